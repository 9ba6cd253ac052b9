import { mkdirSync } from 'node:fs'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { MailStore, type Mail, type MailQuery } from './mail-store.ts'
import { parseMail, type MailParts } from './mail-parts.ts'

export interface LocalMailOptions {
  /** 0 takes a free one. */
  port: number
  dataDir: string
  /** The largest mail that is accepted, 10 MB unless given. */
  maxMailBytes?: number
}

export interface LocalMail {
  name: 'Mail'
  smtpUrl: string
  port: number
  stop(): Promise<void>
  /** Newest first. */
  messages(query?: MailQuery): Mail[]
  message(id: number): Mail | undefined
  /** Headers, HTML with its pictures, and attachments, read again from the raw mail. */
  parts(id: number): Promise<MailParts | undefined>
  raw(id: number): Uint8Array<ArrayBuffer> | undefined
  count(): number
  clear(): void
}

/** An SMTP server that takes every mail and sends none on. */
export async function startLocalMail(options: LocalMailOptions): Promise<LocalMail> {
  mkdirSync(options.dataDir, { recursive: true })
  const store = new MailStore(options.dataDir)
  const server = smtpServer(store, options.maxMailBytes ?? 10 * 1024 * 1024)
  const port = await listen(server, options.port)

  return {
    name: 'Mail',
    smtpUrl: `smtp://127.0.0.1:${port}`,
    port,
    async stop() {
      await new Promise<void>((resolve) => server.close(() => resolve()))
      store.close()
    },
    messages: (query) => store.mails(query),
    message: (id) => store.mail(id),
    async parts(id) {
      const raw = store.raw(id)
      return raw && (await parseMail(raw))
    },
    raw: (id) => store.raw(id),
    count: () => store.count(),
    clear: () => store.clear(),
  }
}

function smtpServer(store: MailStore, maxMailBytes: number): SMTPServer {
  return new SMTPServer({
    banner: 'Local mail: nothing is sent on',
    size: maxMailBytes,
    maxClients: 50,
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    // The app keeps connections open; they must not hold up the end.
    closeTimeout: 100,
    onAuth: ({ username }, _session, done) => done(null, { user: username ?? 'local' }),
    onData(stream, { envelope }, answer) {
      const to = envelope.rcptTo.map(({ address }) => address)
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      receive(stream, maxMailBytes)
        .then((raw) => keep(store, raw, { to, from }))
        .then(() => answer(), answer)
    },
  })
}

class SmtpRefusal extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message)
  }
}

/** Reads to the end even when it is too much, because the answer comes after the data. */
async function receive(stream: SMTPServerDataStream, maxBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream) {
    size += piece.length
    if (size <= maxBytes) pieces.push(piece)
  }
  if (size > maxBytes) throw new SmtpRefusal(552, `The mail is larger than ${maxBytes} bytes`)
  return Buffer.concat(pieces)
}

async function keep(
  store: MailStore,
  raw: Buffer,
  { to, from }: { to: string[]; from: string },
): Promise<void> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 32 }).catch((error: unknown) => {
    throw new SmtpRefusal(554, `The mail cannot be read: ${String(error)}`)
  })
  store.add(
    {
      at: Date.now(),
      to,
      from: mail.from?.name ? `${mail.from.name} <${mail.from.address ?? from}>` : from,
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html ?? '',
    },
    raw,
  )
}

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    const socket = server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      // A client that hangs up in the middle is no reason to end the process.
      server.on('error', () => {})
      const address = socket.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
