import { and, asc, count, desc, eq, isNotNull, isNull, lt, ne, type SQL, sql } from 'drizzle-orm'
import { queueMail } from '#/adapters/mail.server.ts'
import { enqueue } from '#/adapters/queue.server.ts'
import { asSystem } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { application, applicationNotice } from './tables.ts'
import { user } from '#/db/schema/identity.ts'
import { job, jobRecruiter } from '#/product/jobs/tables.ts'
import { mailPreference } from './tables.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import { applicationArrivedMail, applicationsArrivedMail } from './mail-templates.server.tsx'
import { env } from '#/env.server.ts'
import { baseLocale, isLocale } from '#/i18n/locale.ts'
import { mailAboutArrivalsJob } from './jobs.server.ts'
import { unsubscribeHeaders } from './unsubscribe.server.ts'

/** To one person from one organisation: the first arrival at once, those of the next hour together. */
export const secondsBetweenArrivalMails = 60 * 60
const namedJobs = 5

type Arrival = { organizationId: string; applicationId: string; jobId: string; eventId: string }
type Recipient = { organizationId: string; userId: string }

/** Notes whom a new application concerns, and queues their mails; may be called again. */
export async function noteArrival(arrival: Arrival): Promise<void> {
  const { organizationId, applicationId, jobId, eventId } = arrival
  const people = await asSystem('applications: who is told of a new application', async (tx) => {
    const found = await readRecipients(tx, organizationId, jobId)
    const notice = { organizationId, applicationId, eventId, toStatus: 'new' as const }
    if (found.length > 0) {
      await tx
        .insert(applicationNotice)
        .values(found.map((userId) => ({ ...notice, userId })))
        .onConflictDoNothing()
    }
    return found
  })
  for (const userId of people) await enqueue(mailAboutArrivalsJob, { organizationId, userId })
}

/**
 * The people who work on the job and want these mails; if there are none, the owners and admins who
 * want them, so that an application does not arrive unheard.
 */
async function readRecipients(tx: Tx, organizationId: string, jobId: string): Promise<string[]> {
  const wanting = (others: SQL) =>
    tx
      .select({ userId: member.userId })
      .from(member)
      .leftJoin(mailPreference, eq(mailPreference.userId, member.userId))
      .where(
        and(
          eq(member.organizationId, organizationId),
          sql`coalesce(${mailPreference.newApplications}, true)`,
          others,
        ),
      )
  const atWork = await wanting(
    sql`${member.userId} in (select r.user_id from ${jobRecruiter} r
      where r.organization_id = ${organizationId} and r.job_id = ${jobId})`,
  )
  const found =
    atWork.length > 0
      ? atWork
      : await wanting(sql`string_to_array(${member.role}, ',') && array['owner', 'admin']`)
  return found.map(({ userId }) => userId)
}

/** Mails one person what has arrived since the last such mail; waits if that was a moment ago. */
export async function mailAboutArrivals(recipient: Recipient): Promise<void> {
  const claim = await asSystem('applications: what has arrived for a recruiter', (tx) =>
    claimArrivals(tx, recipient),
  )
  if (!claim) return
  if (claim.wait) {
    const { seconds, after } = claim.wait
    const id = Bun.randomUUIDv5(`${recipient.organizationId}:${recipient.userId}`, after)
    return enqueue(mailAboutArrivalsJob, recipient, { id, afterSeconds: seconds })
  }
  const { mailId, to, locale, slug, company, arrivals } = claim.mail
  const [only] = arrivals
  const page = `${env.APP_URL}/o/${slug}/applications`
  const settings = `${env.APP_URL}/account#mails`
  const mail =
    only && arrivals.length === 1
      ? await applicationArrivedMail({
          locale,
          settings,
          name: only.candidateName,
          job: { title: only.title, company },
          url: `${page}/${only.applicationId}`,
        })
      : await applicationsArrivedMail({
          locale,
          settings,
          company,
          count: arrivals.length,
          jobs: byJob(arrivals),
          url: `${page}?status=new`,
        })
  if (only) {
    await queueMail({ to, ...mail, headers: unsubscribeHeaders(recipient.userId) }, mailId)
  }
  await asSystem('applications: arrivals that were mailed', (tx) =>
    tx
      .update(applicationNotice)
      .set({ mailedAt: sql`now()` })
      .where(and(ofRecipient(recipient), eq(applicationNotice.mailId, mailId))),
  )
  // Others may have arrived meanwhile, whose job found only this mail in progress.
  return mailAboutArrivals(recipient)
}

const ofRecipient = ({ organizationId, userId }: Recipient) =>
  and(
    eq(applicationNotice.organizationId, organizationId),
    eq(applicationNotice.userId, userId),
    eq(applicationNotice.toStatus, 'new'),
  )

async function claimArrivals(tx: Tx, recipient: Recipient) {
  const person = await lockRecipient(tx, recipient)
  const waiting = and(ofRecipient(recipient), isNull(applicationNotice.mailId))
  if (!person?.isWanted) {
    await tx.delete(applicationNotice).where(waiting)
    return null
  }
  const { isWanted: _, ...to } = person
  // The process died before the mail was in the queue. It has the same id, so it is sent once.
  const [begun] = await tx
    .select({ mailId: applicationNotice.mailId })
    .from(applicationNotice)
    .where(
      and(
        ofRecipient(recipient),
        isNull(applicationNotice.mailedAt),
        isNotNull(applicationNotice.mailId),
      ),
    )
    .limit(1)
  if (begun?.mailId)
    return { mail: { ...to, ...(await readArrivals(tx, recipient, begun.mailId)) } }

  const [pending] = await tx.select({ number: count() }).from(applicationNotice).where(waiting)
  if (!pending?.number) return null
  const last = await readLastMail(tx, recipient)
  if (last && last.waitSeconds > 0)
    return { wait: { seconds: last.waitSeconds, after: last.mailId } }
  const mailId = Bun.randomUUIDv7()
  await tx.update(applicationNotice).set({ mailId }).where(waiting)
  await tx
    .delete(applicationNotice)
    .where(
      and(ofRecipient(recipient), lt(applicationNotice.mailedAt, sql`now() - interval '7 days'`)),
    )
  return { mail: { ...to, ...(await readArrivals(tx, recipient, mailId)) } }
}

/** One mail to them at a time. Nothing when they have left, or cannot be written to any more. */
async function lockRecipient(tx: Tx, { organizationId, userId }: Recipient) {
  const [found] = await tx
    .select({
      to: user.email,
      locale: user.locale,
      slug: organization.slug,
      company: organization.name,
      isWanted: sql<boolean>`coalesce(${mailPreference.newApplications}, true)`,
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .leftJoin(mailPreference, eq(mailPreference.userId, member.userId))
    .where(and(eq(member.organizationId, organizationId), eq(member.userId, userId)))
    .for('no key update', { of: member })
  return found && { ...found, locale: isLocale(found.locale) ? found.locale : baseLocale }
}

async function readLastMail(tx: Tx, recipient: Recipient) {
  const sentAt = applicationNotice.mailedAt
  const [last] = await tx
    .select({
      mailId: sql<string>`${applicationNotice.mailId}`,
      // A second more, so that the mail that waits does not find itself too early.
      waitSeconds: sql<number>`ceil(extract(epoch from ${sentAt} - now()) + ${secondsBetweenArrivalMails} + 1)::int`,
    })
    .from(applicationNotice)
    .where(and(ofRecipient(recipient), isNotNull(sentAt)))
    .orderBy(sql`${sentAt} desc`, desc(applicationNotice.mailId))
    .limit(1)
  return last && last.waitSeconds > 1 ? last : null
}

/** Without those that were withdrawn meanwhile. */
async function readArrivals(tx: Tx, recipient: Recipient, mailId: string) {
  const arrivals = await tx
    .select({
      applicationId: application.id,
      candidateName: application.candidateName,
      title: job.title,
    })
    .from(applicationNotice)
    .innerJoin(application, eq(application.id, applicationNotice.applicationId))
    .innerJoin(job, eq(job.id, application.jobId))
    .where(
      and(
        ofRecipient(recipient),
        eq(applicationNotice.mailId, mailId),
        ne(application.status, 'withdrawn'),
      ),
    )
    .orderBy(asc(applicationNotice.createdAt), asc(application.id))
  return { mailId, arrivals }
}

/** Those with the most first. */
function byJob(arrivals: { title: string }[]) {
  const numbers = new Map<string, number>()
  for (const { title } of arrivals) numbers.set(title, (numbers.get(title) ?? 0) + 1)
  const sorted = [...numbers].toSorted(([, a], [, b]) => b - a)
  return {
    named: sorted.slice(0, namedJobs).map(([title, number]) => ({ title, number })),
    others: Math.max(0, sorted.length - namedJobs),
  }
}
