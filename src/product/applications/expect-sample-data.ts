import { expect } from 'bun:test'
import { count, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Connection } from '#/db/connection.ts'
import { user } from '#/db/schema/identity.ts'
import { auditEvent } from '#/platform/audit/tables.ts'
import { application, applicationEvent } from './tables.ts'

/** The audit trail knows each move of an application, who moved it and when. */
export async function expectSampleData({ system }: Connection) {
  const [told] = await system.select({ number: count() }).from(applicationEvent)
  const [applied] = await system.select({ number: count() }).from(application)
  const moved = await system
    .select({
      actor: user.email,
      subjectId: auditEvent.subjectId,
      after: auditEvent.after,
      occurredAt: auditEvent.occurredAt,
    })
    .from(auditEvent)
    .innerJoin(user, eq(user.id, auditEvent.actorId))
    .where(inArray(auditEvent.action, ['application.moved', 'application.withdrawn']))
  expect(moved).toHaveLength((told?.number ?? 0) - (applied?.number ?? 0))
  const actors = new Set(moved.map(({ actor }) => actor))
  expect(actors).toContain('recruiter@loam.example')
  expect(actors).toContain('leyla.demir@mail.example')

  const steps = await system.select().from(applicationEvent)
  for (const { subjectId, after, occurredAt } of moved) {
    const { status } = z.object({ status: z.string() }).parse(after)
    const step = steps.find((one) => one.applicationId === subjectId && one.toStatus === status)
    expect(occurredAt).toEqual(step?.createdAt ?? new Date(0))
  }
  expect(moved.length).toBeGreaterThan(20)
  const days = new Set(moved.map(({ occurredAt }) => occurredAt.toDateString()))
  expect(days.size).toBeGreaterThan(10)
}
