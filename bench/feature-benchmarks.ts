/** The *.bench.ts of the features: programs that print their rows as JSON in their last line. */
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Row } from './measure.ts'

const root = join(import.meta.dirname, '..')
const rows = z.array(
  z.object({ what: z.string(), measured: z.string(), limit: z.string(), holds: z.boolean() }),
)

/** By their names. Each runs in a process of its own, because it sets the environment of the app. */
export const featureBenchmarks: Record<string, () => Promise<Row[]>> = Object.fromEntries(
  [...new Bun.Glob('src/**/*.bench.ts').scanSync(root)]
    .toSorted()
    .map((path) => [basename(path, '.bench.ts'), () => measureIn(path)]),
)

async function measureIn(path: string): Promise<Row[]> {
  const child = Bun.spawn([process.execPath, path], {
    cwd: root,
    stdout: 'pipe',
    stderr: 'inherit',
  })
  const lines = (await new Response(child.stdout).text()).trim().split('\n')
  if ((await child.exited) !== 0) throw new Error(`${path} could not be measured.`)
  const last = lines.pop() ?? ''
  for (const line of lines) console.log(line)
  return rows.parse(JSON.parse(last))
}
