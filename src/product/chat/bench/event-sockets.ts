import { now } from './clock.ts'

/** Thousands of readers of event streams that cost the measuring process as little as possible. */
export type EventSocket = { close(): void; opened: Promise<void> }

/** Resolves `opened` with the first bytes of the body; `heard` is given what comes, as it comes. */
export async function openEventSocket(
  request: {
    port: number
    path: string
    cookie?: string
    method?: string
    body?: string
    origin?: string
  },
  heard: (text: string) => void = () => {},
): Promise<EventSocket> {
  const opened = Promise.withResolvers<void>()
  const decoder = new TextDecoder()
  let head = ''
  const { method = 'GET', body = '', cookie, origin } = request
  const lines = [
    `${method} ${request.path} HTTP/1.1`,
    `host: 127.0.0.1:${request.port}`,
    ...(cookie ? [`cookie: ${cookie}`] : []),
    ...(origin ? [`origin: ${origin}`] : []),
    ...(body
      ? ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`]
      : []),
  ]
  const socket = await Bun.connect({
    hostname: '127.0.0.1',
    port: request.port,
    socket: {
      open: (it) => void it.write(`${lines.join('\r\n')}\r\n\r\n${body}`),
      data(_, bytes) {
        const text = decoder.decode(bytes, { stream: true })
        if (head !== 'read') {
          head += text
          if (!head.includes('data: ')) return
          if (!head.startsWith('HTTP/1.1 200')) opened.reject(new Error(head.slice(0, 300)))
          else opened.resolve()
          heard(head.slice(head.indexOf('\r\n\r\n')))
          head = 'read'
        } else heard(text)
      },
      close: () => opened.reject(new Error(`closed: ${head.slice(0, 300)}`)),
      error: (_, error) => opened.reject(error),
    },
  })
  opened.promise.catch(() => {})
  return { close: () => socket.end(), opened: opened.promise }
}

/** How long ago the times in a stream were said, in milliseconds. */
export function delaysHeard(keep: (delay: number) => void): (text: string) => void {
  let rest = ''
  return (text) => {
    const at = now()
    rest += text
    for (const [, time] of rest.matchAll(/(\d{13}\.\d{3});/g)) keep(at - Number(time))
    rest = rest.slice(Math.max(rest.lastIndexOf(';') + 1, rest.length - 40))
  }
}
