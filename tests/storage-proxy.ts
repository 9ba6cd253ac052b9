import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import { env } from '#/env.server.ts'
import { testStorage } from './local-services.ts'

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }
/** Changes an answer; null means that nothing ever comes. */
type Fault = (answer: Answer) => Answer | null

/**
 * The real storage behind a proxy that changes its answers to GET, while `work` runs. The app reads
 * the storage's address with each call.
 */
export async function withStorageFaults<T>(
  work: (proxy: { gets: () => number; answerWith: (fault: Fault | null) => void }) => Promise<T>,
): Promise<T> {
  const { port } = await testStorage()
  let fault: Fault | null = null
  let gets = 0
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming
    if (method === 'GET') gets++
    const forwarded = request({ port, method, path: url, headers }, async (answered) => {
      const body = Buffer.concat(await Array.fromAsync(answered))
      const answer = { status: answered.statusCode ?? 0, headers: answered.headers, body }
      const given = method === 'GET' && fault ? fault(answer) : answer
      if (given) outgoing.writeHead(given.status, given.headers).end(given.body)
    })
    incoming.pipe(forwarded)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the proxy has no port')
  const endpoint = env.S3_ENDPOINT
  env.S3_ENDPOINT = `http://127.0.0.1:${address.port}`
  try {
    return await work({ gets: () => gets, answerWith: (next) => void (fault = next) })
  } finally {
    env.S3_ENDPOINT = endpoint
    server.closeAllConnections()
    server.close()
  }
}

const withBody = (answer: Answer, body: Buffer): Answer => ({
  ...answer,
  headers: { ...answer.headers, 'content-length': String(body.length) },
  body,
})

/** Answers that are good HTTP and not the object. */
export const storageFaults: Record<string, Fault> = {
  'half of the bytes, as if they were all': (answer) =>
    withBody(answer, answer.body.subarray(0, answer.body.length / 2)),
  'half of the bytes and then the end': (answer) => ({
    ...answer,
    headers: { ...answer.headers, connection: 'close', 'transfer-encoding': 'chunked' },
    body: answer.body.subarray(0, answer.body.length / 2),
  }),
  'nothing at all': (answer) => withBody(answer, Buffer.alloc(0)),
  'as many other bytes': (answer) => withBody(answer, Buffer.alloc(answer.body.length, 65)),
  'more bytes than were stored': (answer) =>
    withBody(answer, Buffer.concat([answer.body, Buffer.alloc(10)])),
  'an error of its own': (answer) => ({
    ...withBody(answer, Buffer.from('<Error><Code>InternalError</Code></Error>')),
    status: 500,
  }),
  'a page of a gateway': (answer) => ({
    ...withBody(answer, Buffer.from('<html>Bad Gateway</html>')),
    status: 502,
  }),
  'that there is no bucket': (answer) => ({
    ...withBody(answer, Buffer.from('<Error><Code>NoSuchBucket</Code></Error>')),
    status: 404,
  }),
}
