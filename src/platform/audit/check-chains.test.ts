/** What somebody with full access to the database does to a trail, and what the check says of it. */
import { describe, expect, test } from 'bun:test'
import { check, trailOf } from '../../../tests/audit.ts'
import { createPerson, createTenant, join } from '../../../tests/people.ts'
import { asSuperuser, isWithoutSuperuser } from '../../../tests/superuser.ts'

/** A chain of six: created, an owner, four members. */
async function createTrail() {
  const tenant = await createTenant(await createPerson())
  for (let at = 0; at < 4; at++) await join(tenant, await createPerson(), 'member')
  return tenant
}

/** With the guards off, as only the administrator of the server can. */
const tamper = (statements: string) =>
  asSuperuser(`
    alter table audit_event disable trigger user;
    alter table audit_chain disable trigger user;
    ${statements};
    alter table audit_event enable trigger user;
    alter table audit_chain enable trigger user`)

const anchorOf = async (chain: string) => {
  const { events, hash } = await check(chain)
  return { chain, sequence: events, hash }
}

const event = (chain: string, sequence: number) =>
  `organization_id = '${chain}' and sequence = ${sequence}`

/** Hashes a chain from this event on, and its head, as if it had always been so. */
const rewriteFrom = (chain: string, sequence: number) => `
  do $do$
  declare e audit_event; last bytea;
  begin
    select hash into last from audit_event where ${event(chain, sequence - 1)};
    for e in select * from audit_event
      where organization_id = '${chain}' and sequence >= ${sequence} order by sequence
    loop
      e.previous_hash := last;
      last := audit_event_hash(e);
      update audit_event set previous_hash = e.previous_hash, hash = last where id = e.id;
      update audit_chain set sequence = e.sequence, hash = last where chain = '${chain}';
    end loop;
  end $do$`

describe.skipIf(isWithoutSuperuser)('the check', () => {
  test('a trail that nobody touched is whole', async () => {
    const { id } = await createTrail()
    expect(await check(id)).toMatchObject({ chain: id, events: 6, problem: null })
    expect(await check('site')).toMatchObject({ problem: null })
  })

  const fields = {
    actor_id: `'somebody else'`,
    impersonator_id: `'somebody else'`,
    action: `'member.left'`,
    subject_type: `'invitation'`,
    subject_id: `'another'`,
    address: `'192.0.2.1'`,
    user_agent: `'another browser'`,
    reason: `'another reason'`,
    before: `'{"role": "member"}'`,
    after: `'{"role": "owner"}'`,
    occurred_at: `occurred_at - interval '1 day'`,
    id: 'gen_random_uuid()',
    hash: `sha256('x')`,
  }
  test.each(Object.entries(fields))('another %s is found', async (column, value) => {
    const { id } = await createTrail()
    await tamper(`update audit_event set ${column} = ${value} where ${event(id, 3)}`)
    expect((await check(id)).problem).toMatchObject({ sequence: 3, what: 'altered' })
  })

  test('an event that fits its own new hash does not fit the next one', async () => {
    const { id } = await createTrail()
    await tamper(`
    update audit_event set actor_id = 'somebody else' where ${event(id, 3)};
    update audit_event e set hash = audit_event_hash(e) where ${event(id, 3)}`)
    expect((await check(id)).problem).toMatchObject({ sequence: 4, what: 'inserted' })
  })

  test.each([
    ['the first', 1],
    ['one in the middle', 3],
    ['the last', 6],
  ])('%s event that was removed is missed', async (_, sequence) => {
    const { id } = await createTrail()
    await tamper(`delete from audit_event where ${event(id, sequence)}`)
    const what = sequence === 6 ? 'cut off' : 'missing'
    expect((await check(id)).problem).toMatchObject({ sequence, what })
  })

  test('events whose numbers closed the gap are found', async () => {
    const { id } = await createTrail()
    await tamper(`
    delete from audit_event where ${event(id, 3)};
    update audit_event set sequence = sequence - 1 where organization_id = '${id}' and sequence = 4;
    update audit_event set sequence = sequence - 1 where organization_id = '${id}' and sequence = 5;
    update audit_event set sequence = sequence - 1 where organization_id = '${id}' and sequence = 6`)
    expect((await check(id)).problem).toMatchObject({ sequence: 3, what: 'inserted' })
  })

  test('two events that changed places are found', async () => {
    const { id } = await createTrail()
    await tamper(`
    update audit_event set sequence = 99 where ${event(id, 3)};
    update audit_event set sequence = 3 where ${event(id, 4)};
    update audit_event set sequence = 4 where ${event(id, 99)}`)
    expect((await check(id)).problem).toMatchObject({ sequence: 3 })
  })

  test('an event that was never recorded is found', async () => {
    const { id } = await createTrail()
    const columns = `id, organization_id, sequence, action, subject_type, subject_id, occurred_at, previous_hash, hash`
    await tamper(`
    insert into audit_event (${columns})
    select gen_random_uuid(), organization_id, 7, 'member.left', 'user', 'x', now(), hash, hash
    from audit_event where ${event(id, 6)};
    update audit_event e set hash = audit_event_hash(e) where ${event(id, 7)}`)
    expect((await check(id)).problem).toMatchObject({ what: 'cut off' })
  })

  test('an event of another organisation does not fit in', async () => {
    const [mine, theirs] = [await createTrail(), await createTrail()]
    await tamper(`
    delete from audit_event where ${event(mine.id, 6)};
    update audit_event set organization_id = '${mine.id}' where ${event(theirs.id, 6)}`)
    expect((await check(mine.id)).problem).toMatchObject({ sequence: 6, what: 'inserted' })
    expect((await check(theirs.id)).problem).toMatchObject({ sequence: 6, what: 'cut off' })
  })

  test('a chain that was written anew from some event on is whole, but not where its anchor says', async () => {
    const { id } = await createTrail()
    const anchor = await anchorOf(id)
    await tamper(`
    update audit_event set actor_id = 'somebody else' where ${event(id, 3)};
    ${rewriteFrom(id, 3)}`)
    expect((await check(id)).problem).toBeNull()
    expect((await check(id, [anchor])).problem).toMatchObject({ sequence: 6, what: 'anchor' })
  })

  test('a chain that was shortened with its head is not where its anchor says', async () => {
    const { id } = await createTrail()
    const anchor = await anchorOf(id)
    await tamper(`
    delete from audit_event where ${event(id, 6)};
    update audit_chain set sequence = 5, hash = (select hash from audit_event where ${event(id, 5)})
    where chain = '${id}'`)
    expect((await check(id)).problem).toBeNull()
    expect((await check(id, [anchor])).problem).toMatchObject({ sequence: 6, what: 'anchor' })
  })

  test('a chain that vanished as a whole is missed by the site’s own', async () => {
    const { id } = await createTrail()
    await tamper(`
    delete from audit_event where organization_id = '${id}';
    delete from audit_chain where chain = '${id}'`)
    expect((await check(id)).problem).toMatchObject({ what: 'no chain' })
  })

  test('a chain without its head is found', async () => {
    const { id } = await createTrail()
    await tamper(`delete from audit_chain where chain = '${id}'`)
    expect((await check(id)).problem).toMatchObject({ what: 'no head' })
  })

  test('the check hashes as the database does, whatever an event says', async () => {
    const name = 'Grün & Söhne, 日本 🌱 "1:2,"'
    const tenant = await createTenant(await createPerson(), name)
    expect((await trailOf(tenant))[0]?.after).toMatchObject({ name })
    expect(await check(tenant.id)).toMatchObject({ problem: null })
  })
})
