import { join } from 'node:path'
import { z } from 'zod'
import type { Row } from './measure.ts'

const rows = z.array(
  z.object({ what: z.string(), measured: z.string(), limit: z.string(), holds: z.boolean() }),
)

/** bench/chat.ts in a process of its own, because it sets the environment of the app. */
export async function chat(): Promise<Row[]> {
  const child = Bun.spawn([process.execPath, join(import.meta.dirname, 'chat.ts')], {
    stdout: 'pipe',
    stderr: 'inherit',
  })
  const output = await new Response(child.stdout).text()
  if ((await child.exited) !== 0) throw new Error('The chat could not be measured.')
  return rows.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''))
}
