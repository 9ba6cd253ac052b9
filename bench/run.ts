/**
 * `bun run bench [name ...]`: the numbers that the product promises, measured on this machine. Takes
 * the build in dist/; close what else uses the processor.
 */
import { featureBenchmarks } from './feature-benchmarks.ts'
import { javaScript } from './javascript.ts'
import { rendering } from './render.ts'
import { developmentStart, productionStart } from './start.ts'

const benchmarks = {
  development: developmentStart,
  production: productionStart,
  javascript: javaScript,
  rendering,
  ...featureBenchmarks,
  // Last, because it brings the environment of the tests, which the others must not have.
  embedded: async () => (await import('./embedded.ts')).embedded(),
}
const wanted = Bun.argv.slice(2)

const rows = []
for (const [name, measure] of Object.entries(benchmarks)) {
  if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await measure()))
}
const width = Math.max(...rows.map(({ what }) => what.length))
for (const { what, measured, limit, holds } of rows) {
  console.log(
    `${holds ? 'ok    ' : 'MISSED'} ${what.padEnd(width)}  ${measured.padStart(10)}  ${limit}`,
  )
}
process.exit(0)
