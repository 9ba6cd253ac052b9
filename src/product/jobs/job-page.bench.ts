/** The bytes that a browser loads for a job's page; prints rows for `bun run bench` as JSON. */
import { javaScript } from '../../../bench/javascript.ts'
import { jobPageLimit } from './test-job-page-limit.ts'

const rows = await javaScript(async (url) => {
  const board = await (await fetch(`${url}/jobs`)).text()
  const path = board.match(/href="(\/jobs\/[a-z][^"?#]+)"/)?.[1]
  if (path === undefined) throw new Error('The board shows no job.')
  return [{ ...jobPageLimit, path }]
})
console.log(JSON.stringify(rows))
process.exit(0)
