import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { startLocalMail, type LocalMail } from './start-local-mail.ts'

let dataDir: string
let mail: LocalMail

const maxMailBytes = 100_000
const start = () => startLocalMail({ port: 0, dataDir, maxMailBytes })
const transport = (options = {}) =>
  createTransport({ host: '127.0.0.1', port: mail.port, secure: false, ...options })

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'local-mail-'))
  mail = await start()
})

afterAll(async () => {
  await mail.stop()
  await rm(dataDir, { recursive: true })
})

test('a mail arrives with its subject, text, HTML and blind copies', async () => {
  await transport().sendMail({
    from: 'Shop <hello@shop.test>',
    to: 'ada@example.com',
    bcc: 'audit@example.com',
    subject:
      'Grüße, 日本 and a long subject that has to be folded over more than one line of header',
    text: 'Plain text — with a dash',
    html: '<p>Hello <b>Ada</b></p>',
  })
  const [received] = mail.messages({ to: 'ADA@example.com' })
  expect(received).toMatchObject({
    from: 'Shop <hello@shop.test>',
    to: ['ada@example.com', 'audit@example.com'],
    subject:
      'Grüße, 日本 and a long subject that has to be folded over more than one line of header',
    text: 'Plain text — with a dash\n',
    html: '<p>Hello <b>Ada</b></p>\n',
  })
  expect(mail.messages({ to: 'audit@' })).toHaveLength(1)
  expect(mail.messages({ to: 'nobody@example.com' })).toEqual([])
})

test('the newest comes first, and older ones follow the last seen', async () => {
  for (const subject of ['one', 'two', 'three']) {
    await transport().sendMail({ from: 'a@b.example', to: 'order@example.com', subject, text: '.' })
  }
  const subjects = (query: object) =>
    mail.messages({ to: 'order@', ...query }).map(({ subject }) => subject)
  expect(subjects({})).toEqual(['three', 'two', 'one'])
  const [newest] = mail.messages({ to: 'order@' })
  expect(subjects({ before: newest?.id, limit: 1 })).toEqual(['two'])
})

test('the HTML for the frame opens links in a new tab and carries its own pictures', async () => {
  await transport().sendMail({
    from: 'a@b.example',
    to: 'frame@example.com',
    subject: 'Frame',
    html: '<a href="http://localhost:3000/verify?token=a&amp;b=1" target="_top">Verify</a><img src="cid:logo"><img src="cid:other">',
    attachments: [
      { filename: 'logo.png', content: Buffer.from('png'), cid: 'logo', contentType: 'image/png' },
    ],
  })
  const parts = await mail.parts(mail.messages({ to: 'frame@' })[0]?.id ?? 0)
  expect(parts?.html).toContain(
    '<a href="http://localhost:3000/verify?token=a&amp;b=1" target="_blank" rel="noreferrer">',
  )
  expect(parts?.html).toContain(`<img src="data:image/png;base64,${btoa('png')}">`)
  expect(parts?.attachments).toEqual([{ name: 'logo.png', type: 'image/png', size: 3 }])
  expect(parts?.headers.find(({ name }) => name === 'Subject')?.value).toBe('Frame')
})

test('any user and password are good, and none is needed', async () => {
  const auth = { user: 'whoever', pass: 'whatever' }
  await transport({ auth }).sendMail({ from: 'a@b.example', to: 'auth@example.com', text: 'x' })
  expect(mail.messages({ to: 'auth@' })[0]?.subject).toBe('')
})

test('a mail that is too large is refused, whether it says so before or not', async () => {
  const message = { from: 'a@b.example', to: 'large@example.com', text: 'x'.repeat(maxMailBytes) }
  await expect(transport().sendMail(message)).rejects.toMatchObject({ responseCode: 552 })
  const size = (await announceNothing('large@example.com', 'x\r\n'.repeat(maxMailBytes / 2))) ?? ''
  expect(size).toStartWith('552')
  expect(mail.messages({ to: 'large@' })).toEqual([])
})

test('mails outlive a restart, and clearing removes them', async () => {
  const before = mail.messages().map(({ id }) => id)
  await mail.stop()
  mail = await start()
  expect(mail.messages().map(({ id }) => id)).toEqual(before)
  mail.clear()
  expect(mail.count()).toBe(0)
})

test('a port that is taken is said so', async () => {
  await expect(
    startLocalMail({ port: mail.port, dataDir: join(dataDir, 'second') }),
  ).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test('stops at once although a client keeps its connection', async () => {
  const second = await startLocalMail({ port: 0, dataDir: join(dataDir, 'second') })
  const pool = createTransport({ host: '127.0.0.1', port: second.port, pool: true })
  await pool.sendMail({ from: 'a@b.example', to: 'pool@example.com', text: 'x' })
  const began = performance.now()
  await second.stop()
  expect(performance.now() - began).toBeLessThan(1000)
  pool.close()
})

/** Speaks SMTP by hand, without the SIZE that a client would announce. */
async function announceNothing(to: string, body: string): Promise<string | undefined> {
  const lines = ['EHLO test', 'MAIL FROM:<a@b.example>', `RCPT TO:<${to}>`, 'DATA', `${body}.`]
  let next = 0
  return new Promise((resolve) => {
    void Bun.connect({
      hostname: '127.0.0.1',
      port: mail.port,
      socket: {
        data(socket, data) {
          const answer = data.toString().trim().split('\r\n').at(-1) ?? ''
          if (/^\d{3}-/.test(answer)) return
          const line = lines[next++]
          if (line !== undefined) {
            socket.write(`${line}\r\n`)
            return
          }
          resolve(answer)
          socket.end()
        },
      },
    })
  })
}
