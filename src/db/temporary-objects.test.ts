/**
 * SQL in somebody's name that brings tables, types and functions of its own (in pg_temp), so that what
 * works with greater rights takes them for ours. Everybody may make them on many servers.
 */
import { beforeAll, describe, expect, test } from 'bun:test'
import { sql } from 'drizzle-orm'
import { createPerson, createTenant } from '../../tests/people.ts'
import { allowTemporaryObjects, isWithoutSuperuser } from '../../tests/superuser.ts'
import { asSystem, asUser } from './access.server.ts'
import { auditEvent } from '#/platform/audit/tables.ts'

describe.skipIf(isWithoutSuperuser)('where everybody may make temporary objects', () => {
  beforeAll(allowTemporaryObjects)

  test('a table of one’s own tells the audit trail nothing', async () => {
    const attacker = await createPerson()
    const tenant = await createTenant(attacker)
    const victim = await createTenant(await createPerson())
    const by = { userId: attacker.id, organizationId: tenant.id }
    const forge = asUser(by, async (tx) => {
      await tx.execute(sql`create temporary table mine (id text, name text, slug text)`)
      await tx.execute(
        sql`create trigger forge after insert on mine for each row execute function audit_organization()`,
      )
      await tx.execute(sql`insert into mine values (${victim.id}, 'forged', 'forged')`)
    })
    await expect(forge).rejects.toMatchObject({ cause: { code: '42501' } })
    const forged = await asSystem('test: the trail', (tx) =>
      tx
        .select({ id: auditEvent.id })
        .from(auditEvent)
        .where(sql`${auditEvent.after} ->> 'name' = 'forged'`),
    )
    expect(forged).toEqual([])
  })
})
