/** Every isolation.ts below src, by its path, and the merging of what they say. */
import { dirname, join } from 'node:path'
import { modulesAt } from '../../scripts/modules-at.ts'
import { type FeatureIsolation, isIsolation } from './feature-isolation.ts'

const found = (await modulesAt('src/**/isolation.ts')).map(({ path, exports }) => {
  const isolation: unknown = Reflect.get(exports, 'isolation')
  if (!isIsolation(isolation)) throw new Error(`${path} exports no \`isolation\``)
  return { folder: dirname(path), isolation }
})
export const isolations: FeatureIsolation[] = found.map(({ isolation }) => isolation)

export const accessTests = found.flatMap(({ folder, isolation: { accessTests = [] } }) =>
  accessTests.map((path) => join(folder, path)),
)

/** Of all features in one record; a name that two of them use is a mistake. */
export function merged<Value>(
  part: (isolation: FeatureIsolation) => Record<string, Value> | undefined,
): Record<string, Value> {
  return withoutDoubles(isolations.map((isolation) => part(isolation) ?? {}))
}

export function withoutDoubles<Value>(parts: Record<string, Value>[]): Record<string, Value> {
  const all: Record<string, Value> = {}
  for (const [name, value] of parts.flatMap((part) => Object.entries(part))) {
    if (name in all) throw new Error(`"${name}" is expected twice`)
    all[name] = value
  }
  return all
}

export const shownOnPurpose = merged(({ shownOnPurpose }) => shownOnPurpose)
export const toldOnPurpose = merged(({ toldOnPurpose }) => toldOnPurpose)
export const addresses = merged(({ addresses }) => addresses)
export const openEnginePaths = isolations
  .flatMap(({ openEnginePaths = [] }) => openEnginePaths)
  .toSorted()
