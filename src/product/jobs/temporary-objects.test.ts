/**
 * SQL in somebody's name that brings a type of its own (in pg_temp), so that a trigger with greater
 * rights takes it for Postgres' own. See src/db/temporary-objects.test.ts.
 */
import { describe, expect, test, beforeAll } from 'bun:test'
import { eq, sql } from 'drizzle-orm'
import { asSystem, asUser } from '#/db/access.server.ts'
import { job } from './tables.ts'
import { createJob } from './test-world.ts'
import { createPerson, createTenant } from '../../../tests/people.ts'
import { allowTemporaryObjects, asSuperuser, isWithoutSuperuser } from '../../../tests/superuser.ts'

async function scene() {
  const attacker = await createPerson()
  const tenant = await createTenant(attacker)
  const { id: ownJobId } = await createJob(tenant)
  const victim = await createTenant(await createPerson())
  const { id: victimsJobId } = await createJob(victim)
  return { by: { userId: attacker.id, organizationId: tenant.id }, ownJobId, victim, victimsJobId }
}

const jobsOf = (organizationId: string) =>
  asSystem('test: what is left', (tx) =>
    tx
      .select({ id: job.id, title: job.title })
      .from(job)
      .where(eq(job.organizationId, organizationId)),
  )

describe.skipIf(isWithoutSuperuser)('where everybody may make temporary objects', () => {
  beforeAll(allowTemporaryObjects)

  test('a type with the name of one of Postgres’ own runs nothing with the rights of a trigger', async () => {
    const { by, ownJobId, victim, victimsJobId } = await scene()
    const before = await jobsOf(victim.id)
    // Compiled anew in every connection, so that it looks for its types now.
    await asSuperuser(`alter function audit_job() cost ${100 + Math.ceil(Math.random() * 1e6)}`)
    const takeOver = sql.raw(`
      create function pg_temp.take_over() returns boolean language plpgsql as $$
      begin
        if current_user = 'app_system' then
          delete from public.job where id = '${victimsJobId}';
        end if;
        return true;
      end $$`)
    await asUser(by, async (tx) => {
      await tx.execute(takeOver)
      await tx.execute(
        sql`create domain pg_temp.text as pg_catalog.text check (pg_temp.take_over())`,
      )
      await tx.update(job).set({ status: 'closed' }).where(eq(job.id, ownJobId))
      await tx.execute(sql`set constraints all immediate`)
      await tx.execute(sql`drop domain pg_temp.text`)
      await tx.execute(sql`drop function pg_temp.take_over()`)
    })
    expect(await jobsOf(victim.id)).toEqual(before)
  })
})
