import { each, listedFeatures } from '#/define-feature.server.ts'
import { features as shown } from '#/features.ts'
import type { PlanUsage } from './contract.ts'
import type { Limit } from './limit.ts'
import { limitOfOrganization, limitOfPerson } from './plan-limits.server.ts'
import { endOfDay, endOfMonth, readUsed } from './usage.server.ts'

type Reader = { userId: string; organizationId?: string }

/**
 * How much of its limits a plan has used: of the organisation that the reader runs, and without one of
 * the reader. Of what others asked an organisation sees the number alone.
 */
export async function readPlanUsage(reader: Reader): Promise<PlanUsage> {
  const audience = reader.organizationId ? 'organization' : 'person'
  const limits = shown
    .flatMap((feature) => feature.limits ?? [])
    .filter(({ of }) => of === audience)
    .toSorted((one, other) => one.order - other.order)
  return Promise.all(
    limits.map(async (limit) => ({
      name: limit.name,
      used: await usedOf(reader, limit),
      limit: await allowedTo(reader, limit),
      resetsAt: limit.period && ends[limit.period](),
    })),
  )
}

const ends = { day: endOfDay, month: endOfMonth }

async function allowedTo({ userId, organizationId }: Reader, limit: Limit): Promise<number> {
  if (limit.of === 'person') return (await limitOfPerson({ userId }, limit)).limit
  if (!organizationId) throw new Error(`${limit.name} is a limit of organisations.`)
  return (await limitOfOrganization(organizationId, limit)).limit
}

/** The feature's own count, or the counter that a charge has written. */
async function usedOf(reader: Reader, { name }: Limit): Promise<number> {
  const features = await listedFeatures()
  const count = each(features, 'planUsage').find((counts) => counts[name])?.[name]
  if (count) return count(reader)
  const { userId, organizationId } = reader
  const subject = organizationId
    ? (`organization:${organizationId}` as const)
    : (`user:${userId}` as const)
  return (await readUsed(subject, [name])).get(name) ?? 0
}
