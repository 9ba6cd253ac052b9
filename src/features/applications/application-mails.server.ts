import { and, eq, sql } from 'drizzle-orm'
import { queueMail } from '#/adapters/mail.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { user } from '#/db/schema/identity.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import {
  applicationArrivedMail,
  applicationMovedMail,
  applicationSentMail,
  movedMailWords,
} from '#/emails/application-mails.tsx'
import { env } from '#/env.server.ts'
import { baseLocale, isLocale } from '#/i18n/locale.ts'
import type { MailedStatus } from './application-statuses.ts'

type Job = { organizationId: string; title: string; company: string }

const localeOf = (locale: string) => (isLocale(locale) ? locale : baseLocale)
const ownPage = (applicationId: string) => `${env.APP_URL}/applications/${applicationId}`

/** To the candidate, and to those who run the organisation, each in their own language. */
export async function mailAboutNewApplication({
  organizationId,
  title,
  company,
  applicationId,
  candidate,
}: Job & { applicationId: string; candidate: { id: string; name: string } }): Promise<void> {
  const job = { title, company }
  const person = await readRecipient(candidate.id)
  if (person) {
    const { name, locale } = person
    const mail = await applicationSentMail({ locale, name, job, url: ownPage(applicationId) })
    await queueMail({ to: person.email, ...mail })
  }
  for (const manager of await readManagers(organizationId)) {
    const url = `${env.APP_URL}/o/${manager.slug}/applications/${applicationId}`
    const { name } = candidate
    const mail = await applicationArrivedMail({ locale: localeOf(manager.locale), name, job, url })
    await queueMail({ to: manager.email, ...mail })
  }
}

type Move = Job & {
  applicationId: string
  candidate: { id: string; name: string }
  to: MailedStatus
}

/** What a step writes to the candidate; null when they have deleted their account. */
export async function writeMailOfMove({ title, company, applicationId, candidate, to }: Move) {
  const person = await readRecipient(candidate.id)
  if (!person) return null
  const { email, locale } = person
  const words = { locale, name: candidate.name, job: { title, company }, to }
  return {
    locale,
    ...movedMailWords(words),
    send: async () => {
      const mail = await applicationMovedMail({ ...words, url: ownPage(applicationId) })
      await queueMail({ to: email, ...mail })
    },
  }
}

async function readRecipient(userId: string) {
  const [found] = await asSystem('applications: where to write to a candidate', (tx) =>
    tx
      .select({ name: user.name, email: user.email, locale: user.locale })
      .from(user)
      .where(eq(user.id, userId)),
  )
  return found && { ...found, locale: localeOf(found.locale) }
}

const readManagers = (organizationId: string) =>
  asSystem('applications: who is told of a new application', (tx) =>
    tx
      .select({ email: user.email, locale: user.locale, slug: organization.slug })
      .from(member)
      .innerJoin(user, eq(user.id, member.userId))
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .where(
        and(
          eq(member.organizationId, organizationId),
          sql`string_to_array(${member.role}, ',') && array['owner', 'admin']`,
        ),
      ),
  )
