/** Rendering the landing page against a bare Bun.serve, one after the other in the same run. */
import { run } from '../scripts/stack.ts'
import { firstPage, median, productionStack, type Row, row } from './measure.ts'

export async function rendering(): Promise<Row[]> {
  if (!Bun.which('wrk')) {
    console.log('wrk is not installed (apt-get install wrk): rendering is not measured.')
    return []
  }
  const stack = await productionStack()
  const app = stack.start()
  await firstPage(`${stack.url}/`, performance.now())
  const hello = run(
    'hello',
    ['bench/hello.ts'],
    { PATH: process.env.PATH ?? '', PORT: '3999' },
    'ignore',
  )
  await firstPage('http://localhost:3999/', performance.now())

  await requestsPerSecond(`${stack.url}/`, 4)
  const ratios: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const bare = await requestsPerSecond('http://localhost:3999/', 4)
    const page = await requestsPerSecond(`${stack.url}/`, 6)
    console.log(`  hello ${bare.toFixed(0)} req/s, landing page ${page.toFixed(0)} req/s`)
    ratios.push((page / bare) * 100)
  }
  await Promise.all([app.stop(), hello.stop()])
  await stack.stop()
  return [row('landing page, rendered, of a bare hello', median(ratios), 2, '%', true)]
}

async function requestsPerSecond(url: string, seconds: number): Promise<number> {
  const wrk = Bun.spawn([
    'wrk',
    '-t1',
    '-c32',
    `-d${seconds}s`,
    '-H',
    'User-Agent: Mozilla/5.0',
    url,
  ])
  const output = await new Response(wrk.stdout).text()
  if (/Non-2xx/.test(output)) throw new Error(`${url} answered with errors:\n${output}`)
  return Number(output.match(/Requests\/sec:\s+([\d.]+)/)?.[1])
}
