import { eq } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import { mailPreference } from './tables.ts'
import type { MailPreferences } from './contract.ts'

type Person = { userId: string }

export async function readMailPreferences({ userId }: Person): Promise<MailPreferences> {
  const [found] = await asUser({ userId }, (tx) =>
    tx
      .select({ newApplications: mailPreference.newApplications })
      .from(mailPreference)
      .where(eq(mailPreference.userId, userId)),
  )
  return found ?? { newApplications: true }
}

export async function changeMailPreferences({ userId }: Person, wanted: MailPreferences) {
  await asUser({ userId }, (tx) =>
    tx
      .insert(mailPreference)
      .values({ userId, ...wanted })
      .onConflictDoUpdate({ target: mailPreference.userId, set: wanted }),
  )
}
