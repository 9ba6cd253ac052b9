/**
 * SQL in somebody's name that brings tables, types and functions of its own (in pg_temp), so that what
 * works with greater rights takes them for ours. Everybody may make them on many servers.
 */
import { beforeAll, describe, expect, test } from 'bun:test'
import { eq, sql } from 'drizzle-orm'
import { createJob } from '../../tests/jobs.ts'
import { createPerson, createTenant } from '../../tests/people.ts'
import { asSuperuser, isWithoutSuperuser } from '../../tests/superuser.ts'
import { asSystem, asUser } from './access.server.ts'
import { auditEvent } from './schema/audit-events.ts'
import { job } from './schema/jobs.ts'

const onThisDatabase = (change: string) =>
  asSuperuser(`do $$ begin execute format('${change}', current_database()); end $$`)

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
  beforeAll(() => onThisDatabase('grant temporary on database %I to app_user'))

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

  test('a table of one’s own tells the audit trail nothing', async () => {
    const { by, victim } = await scene()
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
