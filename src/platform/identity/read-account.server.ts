import { asc, eq } from 'drizzle-orm'
import { highestRole } from '#/auth/permissions.ts'
import { asUser } from '#/db/access.server.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import { baseLocale, isLocale } from '#/i18n/locale.ts'
import type { Account } from './contract.ts'

type SignedIn = {
  id: string
  name: string
  email: string
  role?: string | null
  locale?: string | null
}

export async function readAccount(user: SignedIn): Promise<Account> {
  const organizations = await asUser({ userId: user.id }, (tx) =>
    tx
      .select({ slug: organization.slug, name: organization.name, role: member.role })
      .from(member)
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .where(eq(member.userId, user.id))
      .orderBy(asc(organization.name), asc(organization.id)),
  )
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    locale: isLocale(user.locale) ? user.locale : baseLocale,
    isAdmin: user.role === 'admin',
    organizations: organizations.map(({ role, ...organization }) => ({
      ...organization,
      role: highestRole(role),
    })),
  }
}
