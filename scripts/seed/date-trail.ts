import { sql } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { auditEvent } from '#/platform/audit/tables.ts'

/** Nothing but the sample data will be in the trail. */
export async function isTrailEmpty(tx: Tx): Promise<boolean> {
  const rows = await tx.select({ id: auditEvent.id }).from(auditEvent).limit(1)
  return rows.length === 0
}

/**
 * Gives each event of the sample data the moment of what it tells, and writes the chains in that
 * order. `moments` are those of the features (sample-data.ts). No role of the app can do this: it takes the owner of the tables, in the transaction that
 * wrote the sample data. Where the seed's login may not become the owner, as on a server with logins
 * of its own, the events stay of the moment of seeding.
 */
export async function dateTrail(tx: Tx, moments: Record<string, string>): Promise<void> {
  const rows = await tx
    .select({ owner: sql<string>`r.rolname` })
    .from(sql`pg_class c join pg_roles r on r.oid = c.relowner`)
    .where(sql`c.oid = 'audit_event'::regclass and pg_has_role(session_user, r.oid, 'USAGE')`)
  const owner = rows[0]?.owner
  if (owner === undefined) return
  await tx.execute(sql`select set_config('role', ${owner}, true)`)
  // The policies hold for the owner too, and none of them lets an event be rewritten.
  await tx.execute(sql`alter table audit_event
    disable trigger audit_event_stays, no force row level security`)
  await tx.execute(sql`alter table audit_chain no force row level security`)
  const cases = Object.entries(moments).map(([action, moment]) => `when '${action}' then ${moment}`)
  await tx.execute(writeInOrder(cases.join('\n')))
  await tx.execute(sql`alter table audit_chain force row level security`)
  await tx.execute(sql`alter table audit_event
    force row level security, enable trigger audit_event_stays`)
  await tx.execute(sql`select set_config('role', 'app_system', true)`)
}

const writeInOrder = (cases: string) =>
  sql.raw(`
do $$
declare
  told record;
  event audit_event;
  chain_now text;
  place bigint;
  head bytea;
begin
  -- Out of the way of the places that are given again.
  update audit_event set sequence = -sequence;
  for told in
    select e.id, coalesce(e.organization_id, 'site') as chain, -e.sequence as told_as, coalesce(
      case e.action
        when 'account.created' then (select u.created_at from "user" u where u.id = e.subject_id)
        when 'organization.created' then
          (select o.created_at from organization o where o.id = e.subject_id)
        when 'audit.chain_started' then
          (select o.created_at from organization o where o.id = e.subject_id)
        when 'member.added' then (
          select m.created_at from member m
          where m.organization_id = e.organization_id and m.user_id = e.subject_id)
        ${cases}
      end, e.occurred_at) as moment
    from audit_event e
    order by chain, moment, told_as
  loop
    if told.chain is distinct from chain_now then
      chain_now := told.chain;
      place := 0;
      head := decode(repeat('00', 32), 'hex');
    end if;
    place := place + 1;
    select * into event from audit_event where id = told.id;
    event.sequence := place;
    event.occurred_at := told.moment;
    event.previous_hash := head;
    event.id := audit_event_id(told.moment, place);
    event.hash := audit_event_hash(event);
    head := event.hash;
    update audit_event
    set id = event.id, sequence = place, occurred_at = told.moment,
      previous_hash = event.previous_hash, hash = head
    where id = told.id;
    update audit_chain set sequence = place, hash = head where chain = chain_now;
  end loop;
end $$`)
