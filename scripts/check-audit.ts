/**
 * Follows every chain of the audit trail and says where one breaks; ends with 1 when one does.
 *
 *   bun run audit:check                       compares with what is in the database alone
 *   bun run audit:check --anchors FILE        and with where the chains were when FILE was written
 *   bun run audit:check --write-anchors FILE  writes down where the chains are now
 *
 * Whoever may do everything in the database could write a whole chain anew; only anchors that are kept
 * elsewhere show that.
 */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { closeDatabase } from '#/db/database.server.ts'
import { type Anchor, checkChains } from '#/platform/audit/check-chains.server.ts'

const { values } = parseArgs({
  options: { anchors: { type: 'string' }, 'write-anchors': { type: 'string' } },
})

const anchor = z.object({
  chain: z.string(),
  sequence: z.number().int().positive(),
  hash: z.string().length(64),
})
const anchors: Anchor[] = values.anchors
  ? z.array(anchor).parse(await Bun.file(values.anchors).json())
  : []

const places: Anchor[] = []
let chains = 0
let events = 0
let broken = 0
for await (const { chain, events: count, hash, problem } of checkChains(anchors)) {
  chains += 1
  events += count
  if (count > 0) places.push({ chain, sequence: count, hash })
  if (!problem) continue
  broken += 1
  console.error(`${chain}: event ${problem.sequence} ${problem.what}: ${problem.detail}`)
}
await closeDatabase()
console.log(`${chains} chains, ${events} events, ${broken} broken.`)
if (values['write-anchors'] && broken === 0) {
  await Bun.write(values['write-anchors'], `${JSON.stringify(places, null, 1)}\n`)
  console.log(`Where they are now stands in ${values['write-anchors']}: keep it elsewhere.`)
}
process.exit(broken === 0 ? 0 : 1)
