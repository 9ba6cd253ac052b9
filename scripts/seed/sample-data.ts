/** The sample data of a feature: its folder's sample-data.ts exports it as `sampleData`. */
import type { Tx } from '#/db/connection.ts'
import { modulesAt } from '../modules-at.ts'

export type SampleData = {
  /** The sample data of other features that this one builds on. */
  after?: readonly SampleData[]
  /** Writes what lies outside of the database, and only into the local cloud. */
  prepare?: () => Promise<void>
  /** Writes the rows, in the one transaction of the seed. */
  add: (tx: Tx) => Promise<void>
  /** SQL for the moment that an audit event `e` tells of, by its action. */
  moments?: Record<string, string>
}

export const defineSampleData = (sampleData: SampleData): SampleData => sampleData

/** That of all features, each after those that it builds on. */
export async function collectSampleData(): Promise<SampleData[]> {
  const modules = await modulesAt('src/*/*/sample-data.ts')
  const ordered = new Set<SampleData>()
  const take = (one: SampleData) => {
    one.after?.forEach(take)
    ordered.add(one)
  }
  for (const { path, exports } of modules) {
    const sampleData: unknown = Reflect.get(exports, 'sampleData')
    if (!isSampleData(sampleData)) throw new Error(`${path} exports no \`sampleData\``)
    take(sampleData)
  }
  return [...ordered]
}

const isSampleData = (value: unknown): value is SampleData =>
  typeof value === 'object' && value !== null && 'add' in value && typeof value.add === 'function'
