/**
 * Each field of each input that holds an id gets, once, the id of a thing of B or of somebody else,
 * while everything else is right and whoever asks is allowed to: the answer must be that for an id
 * that was never given out.
 */
import { z } from 'zod'
import { askProcedure, isSame } from './ask.ts'
import { absentLike, given } from './given.ts'
import type { Grid } from './grid.ts'
import { merged, toldOnPurpose } from './isolations.ts'
import { type ProcedureCall, procedureCalls } from './observe-procedures.ts'
import { fingerprint, restoreWorld } from './restore-world.ts'
import { askers, type Asker } from './world.ts'

/** By its type, or by its name. */
const holdsId = (name: string, schema: { format?: string }) =>
  schema.format === 'uuid' || /(^id|Id|[sS]lug|^company|^person)$/.test(name)

const jsonSchema = z.object({
  properties: z.record(z.string(), z.object({ format: z.string().optional() })).default({}),
})

export function idFieldsOf({ schema }: ProcedureCall): string[] {
  if (!schema) return []
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.entries(jsonSchema.parse(described).properties).flatMap(([name, field]) =>
    holdsId(name, field) ? name : [],
  )
}

/** By the field's name, or by that of procedure and field: an id of B, and one like it of nothing. */
async function foreignIds(): Promise<Record<string, { real: string; absent: string }>> {
  const found = Object.entries(merged(({ foreign }) => foreign)).map(async ([name, id]) => {
    const pair = typeof id === 'string' ? { real: id, absent: absentLike(id) } : await id()
    return [name, pair] as const
  })
  return Object.fromEntries(await Promise.all(found))
}

/** The first of those for whom the thing is there; of the others whoever is signed in. */
const whoMay = (cells: Record<Asker, string> | undefined) =>
  askers.findLast((asker) => cells?.[asker].startsWith('200*')) ??
  askers.findLast((asker) => cells?.[asker].endsWith('*')) ??
  'owner'

export async function foreignFields(grid: Grid<Asker>) {
  const told: string[] = []
  const known = await foreignIds()
  const forgotten: string[] = []
  const unused = new Set([...Object.keys(known), ...Object.keys(toldOnPurpose)])
  let asked = 0
  let before = await fingerprint()
  for (const procedure of procedureCalls) {
    const { name, label, call } = procedure
    for (const field of idFieldsOf(procedure)) {
      const path = `${name}.${field}`
      const values = known[path] ?? known[field]
      for (const used of [path in known ? path : field, path]) unused.delete(used)
      if (!values) {
        forgotten.push(path)
        continue
      }
      if (path in toldOnPurpose) continue
      const asker = whoMay(grid[label])
      const withField = (value: string) => {
        const input = { ...Object(call(given.real, asker)) }
        return { ...input, [field]: Array.isArray(input[field]) ? [value] : value }
      }
      const none = await askProcedure(asker, name, withField(values.absent))
      const real = await askProcedure(asker, name, withField(values.real))
      asked += 1
      if (!isSame(real, none, [values.real, values.absent])) {
        told.push(`${label}, ${field}: ${real.status} ${real.body}`)
      }
      const after = await fingerprint()
      if (after === before) continue
      if (real.status >= 400) told.push(`${label}, ${field}: refused, and changed rows`)
      await restoreWorld()
      before = await fingerprint()
    }
  }
  return { told, forgotten, unused: [...unused], asked }
}
