/**
 * Nothing that changes something is forgotten: each procedure that is not only read, and each table,
 * is recorded in the audit trail, or says here why not.
 */
import { expect, test } from 'bun:test'
import { isProcedure } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { asSystem } from '#/db/access.server.ts'
import { router } from '#/rpc/router.server.ts'
import { type AuditAction, actions } from './contract.ts'

const own = 'a person’s own thing, which nobody else may see or change'
const atStripe =
  'only opens a page of Stripe; what is done there comes as subscription.* by webhook'

const procedures: Record<string, AuditAction[] | string> = {
  'admin.suspend': ['user.suspended', 'session.ended'],
  'admin.restore': ['user.restored'],
  'applications.apply': 'the application itself says who handed it in, and when',
  'applications.withdraw': ['application.withdrawn'],
  'applications.move': ['application.moved'],
  'billing.checkout': atStripe,
  'billing.portal': atStripe,
  'billing.cancel': atStripe,
  'billing.restore': ['subscription.restored'],
  'billing.organizationCheckout': atStripe,
  'billing.organizationPortal': atStripe,
  'billing.organizationCancel': atStripe,
  'billing.organizationRestore': ['subscription.restored'],
  'chat.create': own,
  'chat.rename': own,
  'chat.delete': own,
  'cvReview.start': own,
  'cvReview.remove': own,
  'files.requestUpload': own,
  'files.confirmUpload': own,
  'files.cancelUpload': own,
  'identity.update': 'a name and a language open nothing to anybody',
  'identity.changePassword': ['account.password_changed', 'session.ended'],
  'identity.endSession': ['session.ended'],
  'identity.endOtherSessions': ['session.ended'],
  'identity.deleteAccount': ['account.deleted', 'member.left', 'application.deleted'],
  'jobs.manage.create': ['job.created'],
  'jobs.manage.update': 'the text of a job opens nothing to anybody; who publishes it is recorded',
  'jobs.manage.publish': ['job.published'],
  'jobs.manage.close': ['job.closed'],
  'jobs.manage.removeDraft': ['job.deleted'],
  'jobs.manage.preview': 'changes nothing',
  'organizations.create': ['organization.created', 'member.added'],
  'organizations.update': ['organization.changed'],
  'organizations.remove': ['organization.deleted'],
  'organizations.changeRole': ['member.role_changed', 'invitation.cancelled'],
  'organizations.removeMember': ['member.removed', 'invitation.cancelled'],
  'organizations.leave': ['member.left', 'invitation.cancelled'],
  'organizations.invite': ['invitation.sent', 'invitation.cancelled'],
  'organizations.resendInvitation': ['invitation.sent', 'invitation.cancelled'],
  'organizations.cancelInvitation': ['invitation.cancelled'],
  'organizations.answerInvitation': ['invitation.accepted', 'invitation.declined', 'member.added'],
}

/** Which verbs on a table are recorded; `all` of what could matter, or why none. */
const tables: Record<string, string[] | string> = {
  account: ['UPDATE'],
  application: ['DELETE', 'UPDATE'],
  application_event: 'is itself the history of an application, and only added to',
  audit_chain: 'the trail itself',
  audit_event: 'the trail itself',
  chat: own,
  chat_message: own,
  cv_review: own,
  file: own,
  invitation: ['DELETE', 'INSERT', 'UPDATE'],
  job: ['DELETE', 'INSERT', 'UPDATE'],
  member: ['DELETE', 'INSERT', 'UPDATE'],
  model_call: 'is itself a ledger, and only added to',
  organization: ['DELETE', 'INSERT', 'UPDATE'],
  organization_profile: 'what the public reads of an organisation opens nothing to anybody',
  rate_limit: 'counters',
  session: ['DELETE', 'INSERT'],
  stripe_event: 'is itself a ledger of what Stripe sent',
  subscription: ['INSERT', 'UPDATE'],
  usage_counter: 'counters',
  user: ['DELETE', 'INSERT', 'UPDATE'],
  verification: 'links that were sent; what they lead to is recorded',
}

const route = z.object({ '~orpc': z.object({ route: z.object({ method: z.string() }) }) })

function* changing(node: object, path: string[] = []): Generator<string> {
  for (const [name, child] of Object.entries(node)) {
    if (typeof child !== 'object' || child === null) continue
    if (!isProcedure(child)) yield* changing(child, [...path, name])
    else if (route.parse(child)['~orpc'].route.method !== 'GET') yield [...path, name].join('.')
  }
}

test('every procedure that changes something is recorded, or says why not', () => {
  expect([...changing(router)].toSorted()).toEqual(Object.keys(procedures).toSorted())
})

test('every action that a procedure names exists', () => {
  const named = Object.values(procedures).filter((told) => typeof told !== 'string')
  expect(named.flat().filter((action) => !actions.includes(action))).toEqual([])
})

test('every table is recorded by triggers, or says why not', async () => {
  const found = await asSystem(
    'test: read the catalogue',
    async (tx) =>
      z.object({ rows: z.array(z.object({ name: z.string(), verbs: z.array(z.string()) })) }).parse(
        await tx.execute(sql`
          select c.relname as name, coalesce(array_agg(distinct v.verb order by v.verb)
            filter (where v.verb is not null), '{}') as verbs
          from pg_class c
          left join pg_trigger t on t.tgrelid = c.oid and t.tgname like 'audit_%'
            and t.tgdeferrable and t.tginitdeferred and t.tgenabled = 'O'
          left join (values (4, 'INSERT'), (8, 'DELETE'), (16, 'UPDATE')) v (bit, verb)
            on t.tgtype & v.bit > 0
          where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          group by c.relname`),
      ).rows,
  )
  const declared = Object.fromEntries(
    Object.entries(tables).map(([name, verbs]) => [name, typeof verbs === 'string' ? [] : verbs]),
  )
  expect(Object.fromEntries(found.map(({ name, verbs }) => [name, verbs]))).toEqual(declared)
})
