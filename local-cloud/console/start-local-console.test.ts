import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import Stripe from 'stripe'
import { nameOf } from './file-pages.tsx'
import { plainWords } from './plain-words.ts'
import { localCredentials } from '../environment.ts'
import { startLocalCloud, type LocalCloud } from '../start-local-cloud.ts'

let dataDir: string
let cloud: LocalCloud
let webhooks: Bun.Server<undefined>
let webhookStatus = 200
const received: string[] = []

const ports = { console: 0, stripe: 0, storage: 0, smtp: 0, model: 0 }
const local = (['stripe', 'storage', 'mail', 'model'] as const).map((part) => ({
  part,
  label: part,
  local: true,
  where: 'here',
}))

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'local-console-'))
  webhooks = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    async fetch(request) {
      const event: { id: string } = JSON.parse(await request.text())
      received.push(event.id)
      return new Response('seen', { status: webhookStatus })
    },
  })
  cloud = await startLocalCloud({
    ports,
    dataDir,
    appUrl: 'http://localhost:3000',
    signedInPath: '/',
    parts: local,
    accounts: [{ label: 'Owner', email: 'owner@example.com', password: 'pass "word"' }],
    webhookUrl: webhooks.url.href,
  })
})

afterAll(async () => {
  await cloud.stop()
  await webhooks.stop(true)
  await rm(dataDir, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(cloud.consoleUrl + path, { headers, redirect: 'manual' })

const page = async (path: string) => (await get(path)).text()

const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(cloud.consoleUrl + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(form),
    headers: { origin: cloud.consoleUrl, 'sec-fetch-site': 'same-origin', ...headers },
  })

async function send(to: string, html: string): Promise<number> {
  await createTransport({ host: '127.0.0.1', port: cloud.mail?.port }).sendMail({
    from: 'Shop <hello@shop.test>',
    to,
    subject: `For <${to}>`,
    text: 'Confirm: http://localhost:3000/verify?token=a&b=1.',
    html,
  })
  return cloud.mail?.messages({ to })[0]?.id ?? 0
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (holds()) return
    await Bun.sleep(10)
  }
  throw new Error('the condition did not come to hold within 2 s')
}

test('an empty console says what to do in the app', async () => {
  const overview = await page('/')
  for (const hint of ['Sign up in the app', 'pricing page', 'Upload a file', 'asks the model']) {
    expect(overview).toContain(hint)
  }
  expect(overview).toContain('owner@example.com')
  expect(overview).toContain('data-copy="pass &quot;word&quot;"')
  expect(overview).toContain('href="http://localhost:3000"')
})

describe('strange pages', () => {
  test('cannot reach the console under a name of their own', async () => {
    const port = new URL(cloud.consoleUrl).port
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`]) {
      expect((await get('/', { host })).status).toBe(200)
    }
    for (const host of ['evil.example', `localhost.evil.example:${port}`, 'evil.example:80']) {
      expect((await get('/', { host })).status).toBe(403)
      expect((await get('/mail/messages.json', { host })).status).toBe(403)
    }
  })

  test('cannot post its forms', async () => {
    await send('csrf@example.com', '<p>keep me</p>')
    const attacks: Record<string, string>[] = [
      { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of attacks) {
      expect((await post('/mail/clear', {}, headers)).status).toBe(403)
    }
    const bare = await fetch(`${cloud.consoleUrl}/mail/clear`, { method: 'POST' })
    expect(bare.status).toBe(403)
    expect(cloud.mail?.messages({ to: 'csrf@' })).toHaveLength(1)
  })

  test('cannot run scripts in it', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toMatch(/script-src 'sha256-[\w+/=]+';/)
    expect(policy).not.toContain('unsafe')
  })
})

describe('mail', () => {
  test('is listed, searched, and read as JSON by tests', async () => {
    const id = await send('ada@example.com', '<p>Hello</p>')
    expect(await page('/')).toContain('For &lt;ada@example.com&gt;')
    expect(await page('/mail?to=ADA')).toContain(`/mail/${id}`)
    expect(await page('/mail?to=nobody')).toContain('No mail to nobody')
    const response = await get('/mail/messages.json?to=ada@example.com')
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(await response.json()).toEqual([
      {
        id,
        to: ['ada@example.com'],
        from: 'Shop <hello@shop.test>',
        subject: 'For <ada@example.com>',
        text: 'Confirm: http://localhost:3000/verify?token=a&b=1.\n',
        html: '<p>Hello</p>\n',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    ])
  })

  test('is shown in a sandbox whose links open in a new tab', async () => {
    const id = await send(
      'frame@example.com',
      '<a href="http://localhost:3000/verify">Verify</a><script>alert(1)</script><img src="http://tracker.example/x.png">',
    )
    const frame = await get(`/mail/${id}/html`)
    expect(frame.headers.get('content-security-policy')).toStartWith(
      `sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:;`,
    )
    expect(await frame.text()).toContain('target="_blank"')
    expect(await page(`/mail/${id}`)).toContain(
      'sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"',
    )
  })

  test('has its text with links, its headers and its raw form', async () => {
    const id = await send('text@example.com', '<p>x</p>')
    expect(await page(`/mail/${id}?view=text`)).toContain(
      '<a href="http://localhost:3000/verify?token=a&amp;b=1" target="_blank" rel="noreferrer">',
    )
    expect(await page(`/mail/${id}?view=headers`)).toContain('MIME-Version: 1.0')
    const raw = await get(`/mail/${id}/raw`)
    expect(raw.headers.get('content-disposition')).toStartWith('attachment')
    expect(await raw.text()).toContain('To: text@example.com')
    expect((await get('/mail/999999')).status).toBe(404)
    expect((await get('/mail/999999/html')).status).toBe(404)
  })

  test('is cleared from its own page', async () => {
    const cleared = await post('/mail/clear', {})
    expect([cleared.status, cleared.headers.get('location')]).toEqual([303, '/mail'])
    expect(cloud.mail?.count()).toBe(0)
  })
})

describe('files', () => {
  test('open in the browser only when they cannot act there', async () => {
    const { bucket, ...keys } = localCredentials.storage
    const client = new Bun.S3Client({ ...keys, bucket, endpoint: cloud.storage?.url })
    await client.write('files/ada.pdf', '%PDF-1.4', { type: 'application/pdf' })
    await client.write('files/evil.html', '<script>alert(1)</script>', { type: 'text/html' })
    await client.write('files/evil.svg', '<svg onload="alert(1)"/>', { type: 'image/svg+xml' })
    expect(await page('/files?prefix=files/a')).toContain('files/ada.pdf')
    expect(await page('/files?prefix=files/a')).not.toContain('files/evil.html')

    const open = (key: string) => get(`/files/open?bucket=${bucket}&key=${key}`)
    const pdf = await open('files/ada.pdf')
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toStartWith('inline')
    expect(await pdf.text()).toBe('%PDF-1.4')
    for (const key of ['files/evil.html', 'files/evil.svg']) {
      const file = await open(key)
      expect(file.headers.get('content-type')).toBe('application/octet-stream')
      expect(file.headers.get('content-disposition')).toStartWith('attachment')
      expect(file.headers.get('content-security-policy')).toStartWith('sandbox;')
      expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    }
    expect((await open('files/missing')).status).toBe(404)
  })
})

describe('payments', () => {
  test('a webhook that failed is sent again by its button', async () => {
    const { port } = new URL(cloud.stripe?.url ?? '')
    const stripe = new Stripe(localCredentials.stripeSecretKey, {
      host: '127.0.0.1',
      port: Number(port),
      protocol: 'http',
    })
    webhookStatus = 500
    await stripe.customers.create({ name: 'Ada', email: 'ada@example.com' })
    const delivery = () => cloud.stripe?.deliveries({ limit: 1 })[0]
    await until(() => delivery()?.attempts.length === 1)
    expect(await page('/payments')).toContain('Retrying')
    expect(await page('/')).toContain('ada@example.com')

    webhookStatus = 200
    const before = received.length
    const again = await post('/payments/send-again', { delivery: delivery()?.id ?? '', from: '/' })
    expect([again.status, again.headers.get('location')]).toEqual([303, '/'])
    expect(received.length).toBe(before + 1)
    expect(received.at(-1)).toBe(delivery()?.eventId ?? '')
    expect(delivery()?.state).toBe('delivered')
    const event = await page(`/payments/events/${delivery()?.eventId}`)
    expect(event).toContain('&quot;type&quot;: &quot;customer.created&quot;')
    expect(event.match(/seen/g)?.length).toBeGreaterThanOrEqual(2)
  })

  test('what Stripe refuses is said on a page, and nobody is sent elsewhere', async () => {
    const unknown = await post('/payments/advance', { subscription: 'sub_unknown' })
    expect(unknown.status).toBe(409)
    expect(await unknown.text()).toContain('sub_unknown')
    const delivery = cloud.stripe?.deliveries({ limit: 1 })[0]?.id ?? ''
    for (const from of ['//evil.example', 'http://evil.example', '/\\evil.example']) {
      const answer = await post('/payments/send-again', { delivery, from })
      expect(answer.headers.get('location')).toBe('/payments#webhooks')
    }
  })
})

describe('model', () => {
  test('calls are shown, and the rate is set', async () => {
    await fetch(`${cloud.model?.url}/v1/embeddings`, {
      method: 'POST',
      headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'local-embed', input: 'Gardener, ten years' }),
    })
    expect(await page('/model')).toContain('Gardener, ten years')
    const id = cloud.model?.calls({ limit: 1 })[0]?.id
    expect(await page(`/model/calls/${id}`)).toContain('Gardener, ten years')
    expect((await post('/model/rate', { rate: '25' })).status).toBe(303)
    expect(cloud.model?.tokensPerSecond).toBe(25)
    for (const rate of ['', '-1', '1.5', 'fast', '10001']) {
      expect((await post('/model/rate', { rate })).status).toBe(409)
    }
    expect(cloud.model?.tokensPerSecond).toBe(25)
  })

  test('the next call fails when it is told to', async () => {
    expect((await post('/model/fail', { fault: '429' })).status).toBe(303)
    expect(await page('/model')).toContain('Waiting: 429')
    expect((await post('/model/fail', { fault: 'unknown' })).status).toBe(409)
    expect(cloud.model?.pendingFaults()).toEqual(['429'])
    cloud.model?.clearFaults()
  })
})

describe('sign in as', () => {
  test('a sample account opens the app, with the cookies of its own sign-in', async () => {
    const asked: { origin: string | null; cookie: string | null; body: unknown }[] = []
    let status = 200
    const app = Bun.serve({
      port: 0,
      hostname: '127.0.0.1',
      async fetch(request) {
        const { headers, url } = request
        expect(new URL(url).pathname).toBe('/api/auth/sign-in/email')
        asked.push({
          origin: headers.get('origin'),
          cookie: headers.get('cookie'),
          body: await request.json(),
        })
        if (status !== 200) return Response.json({ message: 'You are banned.' }, { status })
        return new Response('{}', {
          headers: [
            ['set-cookie', 'session=a; Path=/; HttpOnly; SameSite=Lax'],
            ['set-cookie', 'visitor=; Path=/; Max-Age=0'],
          ],
        })
      },
    })
    const appUrl = `http://localhost:${app.port}`
    const accounts = [{ label: 'Owner', email: 'owner@example.com', password: 'right' }]
    const options = {
      ports,
      parts: [],
      accounts,
      appUrl,
      signedInPath: '/begin',
      dataDir: join(dataDir, 'sign-in'),
    }
    const console = await startLocalCloud(options)
    const ownPage = { origin: console.consoleUrl, 'sec-fetch-site': 'same-origin' }
    const signIn = (email: string, headers: Record<string, string> = ownPage, at = 'localhost') =>
      fetch(`http://${at}:${new URL(console.consoleUrl).port}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ email }),
        headers: { cookie: 'visitor=v', ...headers },
      })
    try {
      const overview = await fetch(console.consoleUrl)
      expect(await overview.text()).toContain('Sign in as Owner')
      expect(overview.headers.get('content-security-policy')).toContain(`'self' ${appUrl}`)
      const entered = await signIn('owner@example.com')
      expect([entered.status, entered.headers.get('location')]).toEqual([303, `${appUrl}/begin`])
      expect(entered.headers.getSetCookie().map((line) => line.split('=')[0])).toEqual([
        'session',
        'visitor',
      ])
      expect(asked).toEqual([
        {
          origin: appUrl,
          cookie: 'visitor=v',
          body: { email: 'owner@example.com', password: 'right' },
        },
      ])

      // Nobody else's account, and from no other page.
      expect((await signIn('stranger@example.com')).status).toBe(409)
      expect((await signIn('owner@example.com', { origin: appUrl })).status).toBe(403)
      const crossSite = { ...ownPage, 'sec-fetch-site': 'cross-site' }
      expect((await signIn('owner@example.com', crossSite)).status).toBe(403)
      // Under another name the cookies would not reach the app.
      const port = new URL(console.consoleUrl).port
      const elsewhere = { origin: `http://127.0.0.1:${port}` }
      expect((await signIn('owner@example.com', elsewhere, '127.0.0.1')).status).toBe(409)
      const other = await (await fetch(`http://127.0.0.1:${port}/`)).text()
      expect(other).toContain('data-copy="right"')
      expect(other).not.toContain('Sign in as Owner')
      expect(asked).toHaveLength(1)

      status = 403
      expect(await (await signIn('owner@example.com')).text()).toContain('You are banned')
      status = 429
      expect(await (await signIn('owner@example.com')).text()).toContain('too many attempts')
      await app.stop(true)
      expect(await (await signIn('owner@example.com')).text()).toContain('does not answer')
    } finally {
      await console.stop()
      await app.stop(true)
    }
  })
})

test.each([
  [
    '**Site reliability engineer** at _Halden_:\n\n- Pay: `a lot`',
    'Site reliability engineer at Halden: Pay: a lot',
  ],
  [
    '{"summary":"A strong \\"CV\\".","score":7,"level":"high","gaps":["No numbers giv',
    'A strong "CV".',
  ],
  ['{"language":"en"}', 'en'],
  ['snake_case stays', 'snake_case stays'],
])('a summary is plain words: %s', (text, words) => {
  expect(plainWords(text)).toBe(words)
})

test('a file is named as it was uploaded, where that is known', () => {
  const key = 'files/0199'
  expect(nameOf({ key, headers: {} })).toBe(key)
  expect(nameOf({ key, headers: { 'x-amz-meta-name': 'Lebenslauf%20M%C3%BCller.pdf' } })).toBe(
    'Lebenslauf Müller.pdf',
  )
  expect(nameOf({ key, headers: { 'content-disposition': `attachment; filename="cv.pdf"` } })).toBe(
    'cv.pdf',
  )
})

test('a real part says so in place of its pages', async () => {
  const parts = local.map((each) =>
    each.part === 'mail' ? { ...each, label: 'Mail', local: false, where: 'SMTP_HOST' } : each,
  )
  const other = await startLocalCloud({
    ports,
    dataDir: join(dataDir, 'other'),
    appUrl: 'http://localhost:3000',
    signedInPath: '/',
    parts,
  })
  expect(other.mail).toBeUndefined()
  for (const path of ['/', '/mail']) {
    expect(await (await fetch(other.consoleUrl + path)).text()).toContain(
      '<code>SMTP_HOST</code> is set',
    )
  }
  await other.stop()
})
