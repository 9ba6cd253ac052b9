import type { Tx } from '#/db/connection.ts'
import { each, listedFeatures } from '#/define-feature.server.ts'
import type { OrganizationNumber } from '#/define-feature.ts'
import { features as shown } from '#/features.ts'

export type Numbers = Record<string, number>

/** The wanted numbers of these organisations; the policies of `tx` decide what counts. */
export async function readNumbers(
  tx: Tx,
  organizationIds: string[],
  isWanted: (number: OrganizationNumber) => boolean,
): Promise<Map<string, Numbers>> {
  const features = await listedFeatures()
  const wanted = shown.flatMap(({ organizationNumbers = [] }) => organizationNumbers)
  const found = new Map(organizationIds.map((id): [string, Numbers] => [id, {}]))
  for (const { name } of wanted.filter(isWanted)) {
    const counts = each(features, 'organizationNumbers').find((known) => known[name])?.[name]
    if (!counts) throw new Error(`No feature counts ${name}.`)
    const rows = await counts(tx, organizationIds)
    for (const [id, numbers] of found) {
      numbers[name] = rows.find(({ organizationId }) => organizationId === id)?.number ?? 0
    }
  }
  return found
}

/** Those of these organisations that everybody may see. */
export async function readPages(tx: Tx, organizationIds: string[]): Promise<Set<string>> {
  const features = await listedFeatures()
  const found = new Set<string>()
  for (const pages of each(features, 'organizationPages')) {
    for (const id of await pages(tx, organizationIds)) found.add(id)
  }
  return found
}
