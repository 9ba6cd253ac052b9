/**
 * Which tenant a row belongs to comes first: in every index, so that a policy costs no scan of other
 * tenants' rows, and in every reference, so that a row cannot point into another tenant. Read from
 * Postgres' own catalogue; what is otherwise for a reason is listed with it.
 */
import { expect, test } from 'bun:test'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { asSystem } from './access.server.ts'

/** The columns that say whose a row is; a row of several has the tenant's or the person's. */
const ownerColumns = new Set<string | null>(['organization_id', 'user_id', 'owner_id'])

/** Beside primary keys, which are found by ids that were never given to anybody else. */
const otherIndexes: Record<string, string> = {
  chat_job_id_index: 'the cascade of a deleted job',
  file_storageKey_unique: 'an object of the storage belongs to one file of all',
  invitation_email_index: 'what a person is invited to, in all organisations, by the system',
  job_public: 'the public board, of all organisations',
  job_search: 'the public board, of all organisations',
  job_slug_unique: 'the public address of a job names no organisation',
  model_call_created_at_index: 'what a day cost the whole site, by the system',
  model_call_visitor_id_created_at_index: 'the owner is a visitor here',
  session_token_unique: 'the auth engine finds a session by its token',
}

/** To rows that are public or belong to nobody's tenant, or to the person or tenant itself. */
const otherReferences: Record<string, string> = {
  chat_job_id_job_id_fk: 'a conversation is about a job that is public; the policy says so',
}

const answer = z.object({ rows: z.array(z.record(z.string(), z.unknown())) })
const read = <T extends z.ZodType>(row: T, query: SQL) =>
  asSystem('test: read the catalogue', async (tx) =>
    z.array(row).parse(answer.parse(await tx.execute(query)).rows),
  )

const owned = sql`exists (
  select from pg_attribute a where a.attrelid = c.oid and a.attname in ('organization_id', 'user_id', 'owner_id')
)`

test('every index of a tenant’s or a person’s table begins with whose the row is', async () => {
  const found = await read(
    z.object({ table: z.string(), name: z.string(), first: z.string().nullable() }),
    sql`select c.relname as "table", i.relname as name, a.attname as first
      from pg_index x
      join pg_class c on c.oid = x.indrelid
      join pg_class i on i.oid = x.indexrelid
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where c.relnamespace = 'public'::regnamespace and not x.indisprimary and ${owned}`,
  )
  expect(found.length).toBeGreaterThan(15)
  const others = found.filter(({ first }) => !ownerColumns.has(first))
  expect(others.map(({ name }) => name).toSorted()).toEqual(Object.keys(otherIndexes).toSorted())
})

test('every reference between owned tables carries whose the rows are', async () => {
  const found = await read(
    z.object({ name: z.string(), first: z.string(), targetFirst: z.string() }),
    sql`select k.conname as name,
        (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = k.conkey[1]) as first,
        (select a.attname from pg_attribute a where a.attrelid = k.confrelid and a.attnum = k.confkey[1]) as "targetFirst"
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and ${owned}
        and t.relname not in ('user', 'organization')`,
  )
  expect(found.length).toBeGreaterThan(3)
  const others = found.filter(
    ({ first, targetFirst }) => !ownerColumns.has(first) || first !== targetFirst,
  )
  expect(others.map(({ name }) => name).toSorted()).toEqual(Object.keys(otherReferences).toSorted())
})

/** Keys of several columns: what keeps a row inside its tenant also when the system writes it. */
const keys: Record<string, string> = {
  application_event_of_tenant:
    'FOREIGN KEY (organization_id, application_id) REFERENCES application(organization_id, id) ON DELETE CASCADE',
  application_job_of_tenant:
    'FOREIGN KEY (organization_id, job_id) REFERENCES job(organization_id, id) ON DELETE CASCADE',
  application_once_per_job: 'UNIQUE (organization_id, job_id, user_id)',
  application_organization_id_id: 'UNIQUE (organization_id, id)',
  application_own_file: 'FOREIGN KEY (user_id, file_id) REFERENCES file(user_id, id)',
  application_own_review: 'FOREIGN KEY (user_id, review_id) REFERENCES cv_review(user_id, id)',
  audit_event_chain: 'UNIQUE NULLS NOT DISTINCT (organization_id, sequence)',
  chat_message_own_chat:
    'FOREIGN KEY (owner_id, chat_id) REFERENCES chat(owner_id, id) ON UPDATE CASCADE ON DELETE CASCADE',
  chat_owner_id_id: 'UNIQUE (owner_id, id)',
  cv_review_own_file:
    'FOREIGN KEY (user_id, file_id) REFERENCES file(user_id, id) ON DELETE CASCADE',
  cv_review_user_id_id: 'UNIQUE (user_id, id)',
  file_user_id_id: 'UNIQUE (user_id, id)',
  job_organization_id_id: 'UNIQUE (organization_id, id)',
  member_organizationId_userId_unique: 'UNIQUE (organization_id, user_id)',
  usage_counter_subject_metric_pk: 'PRIMARY KEY (subject, metric)',
}

test('the keys of several columns are these', async () => {
  const found = await read(
    z.object({ name: z.string(), definition: z.string() }),
    sql`select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('f', 'u', 'p')
        and cardinality(conkey) > 1`,
  )
  expect(Object.fromEntries(found.map(({ name, definition }) => [name, definition]))).toEqual(keys)
})

test('a table that is neither a tenant’s nor a person’s is known as such', async () => {
  const tables = await read(
    z.object({ name: z.string() }),
    sql`select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not ${owned}`,
  )
  expect(tables.map(({ name }) => name).toSorted()).toEqual([
    'audit_chain',
    'organization',
    'rate_limit',
    'stripe_event',
    'subscription',
    'usage_counter',
    'user',
    'verification',
  ])
})
