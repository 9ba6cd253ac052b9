import { connect, createServer, type Socket } from 'node:net'

/**
 * A wire that can be made slow, stopped and cut, between a client and a real server. What is on the
 * way while it is stopped arrives, in order, when it goes on.
 */
export async function startTcpProxy(target: { hostname: string; port: number }) {
  const pairs = new Set<{ client: Socket; server: Socket }>()
  const held: (() => void)[] = []
  let delayMs = 0
  let taken = 0
  let stopped = false
  let refusing = false
  let saying: string | undefined

  function carry(from: Socket, to: Socket) {
    const send = (work: () => void) => {
      if (stopped) held.push(work)
      else work()
    }
    from.on('data', (bytes) => {
      const write = () => send(() => to.destroyed || to.write(bytes))
      if (delayMs > 0) setTimeout(write, delayMs)
      else write()
    })
    from.on('close', () => to.destroy())
    from.on('error', () => to.destroy())
  }

  const listener = createServer((client) => {
    taken++
    if (refusing) return void client.destroy()
    if (saying !== undefined) {
      const words = saying
      client.on('error', () => {})
      client.once('data', () => client.end(words))
      return
    }
    const server = connect(target.port, target.hostname)
    const pair = { client, server }
    pairs.add(pair)
    client.on('close', () => pairs.delete(pair))
    carry(client, server)
    carry(server, client)
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  if (!address || typeof address === 'string') throw new Error('the proxy has no port')

  function cut() {
    for (const { client, server } of pairs) {
      client.destroy()
      server.destroy()
    }
  }
  return {
    port: address.port,
    /** Connections that were opened to it so far. */
    taken: () => taken,
    /** Each way. */
    delay: (milliseconds: number) => void (delayMs = milliseconds),
    stop: () => void (stopped = true),
    goOn() {
      stopped = false
      for (const work of held.splice(0)) work()
    },
    /** Everything that is open; new connections are taken. */
    cut,
    /** Nobody is there any more, until `accept`. */
    refuse() {
      refusing = true
      cut()
    },
    accept() {
      refusing = false
      saying = undefined
    },
    /** Something else than the server answers new connections, and hangs up: until `accept`. */
    say(words: string) {
      saying = words
      cut()
    },
    close() {
      cut()
      listener.close()
    },
  }
}
