/**
 * `bun run lighthouse`: what Google's Lighthouse says of the public pages of the production build in
 * dist/, on its slow phone and without Nginx. Lighthouse is large and only used here, so it is
 * installed on first use, beside Bun in node_modules/.toolchain.
 */
import { join } from 'node:path'
import { z } from 'zod'
import { findChromium } from '../scripts/chromium.ts'
import { firstPage, productionStack } from './measure.ts'

const version = '13.5.0'
/** Performance depends on what else the machine does; the others are the same everywhere. */
const floors = { performance: 80, accessibility: 100, 'best-practices': 100, seo: 100 }
const attempts = 3

const report = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.record(
    z.string(),
    z.object({
      score: z.number().nullable(),
      title: z.string(),
      displayValue: z.string().optional(),
    }),
  ),
})

const folder = join(import.meta.dirname, '../node_modules/.toolchain/lighthouse')
const cli = join(folder, 'node_modules/lighthouse/cli/index.js')
if (!(await Bun.file(cli).exists())) {
  console.log(`Installing Lighthouse ${version} ...`)
  const npm = ['npm', 'install', '--silent', '--no-save', '--prefix', folder]
  const installed = Bun.spawn([...npm, `lighthouse@${version}`], { stdout: 'ignore' })
  if ((await installed.exited) !== 0) throw new Error('Lighthouse could not be installed.')
}

const stack = await productionStack()
const app = stack.start()
await firstPage(`${stack.url}/`, performance.now())
const sitemap = await (await fetch(`${stack.url}/sitemap.xml`)).text()
const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
  ([, loc = '']) => new URL(loc).pathname,
)
/** One of each kind: the pages of all jobs are alike. */
const kinds = Map.groupBy(paths, (path) => `${path.split('/')[1]} ${path.split('/').length}`)
const chromium = await findChromium()

const misses: string[] = []
for (const [path] of kinds.values()) {
  if (path === undefined) continue
  const { categories, audits } = await look(stack.url + path)
  const scores = Object.entries(floors).map(([name, floor]) => {
    const score = Math.round((categories[name]?.score ?? 0) * 100)
    if (score < floor) misses.push(`${path}: ${name} ${score}, at least ${floor} is promised`)
    return `${name} ${score}`
  })
  const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'].map(
    (name) => `${audits[name]?.title} ${audits[name]?.displayValue}`,
  )
  console.log(`${path}\n  ${scores.join(', ')}\n  ${times.join(', ')}`)
}
await app.stop()
await stack.stop()
for (const miss of misses) console.log(`MISSED ${miss}`)
process.exit(misses.length === 0 ? 0 : 1)

/** Lighthouse loses its trace now and then, and says so: that is no measurement, so it looks again. */
async function look(url: string) {
  let problem = ''
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const flags = ['--output=json', '--quiet', '--chrome-flags=--headless=new --no-sandbox']
    const run = Bun.spawn(['node', cli, url, ...flags], {
      env: { ...process.env, CHROME_PATH: chromium },
      stdout: 'pipe',
      stderr: 'pipe',
    })
    const [output, said] = await Promise.all([
      new Response(run.stdout).text(),
      new Response(run.stderr).text(),
      run.exited,
    ])
    const read = output === '' ? null : report.parse(JSON.parse(output))
    if (read && !read.runtimeError) return read
    problem = read?.runtimeError?.message ?? said
  }
  throw new Error(`Lighthouse could not look at ${url}: ${problem}`)
}
