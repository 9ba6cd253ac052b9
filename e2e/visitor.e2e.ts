/** The parts that every public page has, whatever the product is. */
import { afterAll, expect, test } from 'bun:test'
import { expectNoObjections } from './accessibility.ts'
import { appUrl, brokenPages, closeBrowser, newVisitor } from './browser.ts'
import { javaScriptLimits, loadedJavaScript } from './javascript.ts'

afterAll(closeBrowser)

const htmlOf = async (path: string, language = 'en') =>
  (await fetch(appUrl + path, { headers: { 'accept-language': language } })).text()

test.each(['/', '/pricing', '/sign-in', '/no-such-page'])(
  'the HTML of %s has one title, and a public page one description and address',
  async (path) => {
    const html = await htmlOf(path)
    expect(html.match(/<title>[^<]+ · [^<·]+<\/title>/g)).toHaveLength(1)
    expect(html.match(/<meta name="description" content="[^"]{20,}/g)?.length ?? 0).toBe(
      path === '/no-such-page' ? 0 : 1,
    )
    const isPublic = ['/', '/pricing'].includes(path)
    expect(html.includes(`rel="canonical" href="${appUrl}${path}"`)).toBe(isPublic)
    expect(html.includes('<meta property="og:title"')).toBe(isPublic)
  },
)

test.each(javaScriptLimits)(
  '$name loads no more JavaScript than is promised',
  async ({ path, kilobytes, requests }) => {
    const page = await newVisitor()
    const loaded = await loadedJavaScript(page, path)
    expect(loaded.kilobytes).toBeGreaterThan(50)
    expect(loaded.kilobytes).toBeLessThanOrEqual(kilobytes)
    expect(loaded.requests).toBeLessThanOrEqual(requests)
  },
)

test('another appearance is there at once, chosen here or on the device', async () => {
  const page = await newVisitor()
  await page.emulateMedia({ reducedMotion: 'no-preference', colorScheme: 'light' })
  await page.goto('/pricing', { waitUntil: 'networkidle' })
  // Whatever lags behind does so for longer than the test takes.
  await page.evaluate(() => document.documentElement.style.setProperty('--duration-fast', '60s'))
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await ground()

  const allIsChanged = () =>
    page.waitForFunction(() =>
      document
        .getAnimations()
        .map(({ effect }) => effect instanceof KeyframeEffect && effect.target)
        .every((element) => !element || element.closest('footer')),
    )

  await page.locator('footer').getByRole('radio', { name: 'Dark' }).check({ force: true })
  expect(await ground()).not.toBe(light)
  await allIsChanged()
  await page.locator('footer').getByRole('radio', { name: 'Same as device' }).check({ force: true })
  expect(await ground()).toBe(light)
  await allIsChanged()
  await page.emulateMedia({ reducedMotion: 'no-preference', colorScheme: 'dark' })
  expect(await ground()).not.toBe(light)
  await allIsChanged()
})

test('the language follows the browser, and can be switched', async () => {
  expect(await htmlOf('/', 'pt-BR')).toContain('<html lang="pt-PT"')
  const page = await newVisitor({ locale: 'de-DE' })
  await page.goto('/pricing')
  expect(await page.locator('html').getAttribute('lang')).toBe('de-DE')
  await page.getByRole('link', { name: 'English' }).click()
  await page.locator('html[lang=en-GB]').waitFor()
  expect(new URL(page.url()).pathname).toBe('/pricing')

  await page.goto('/sign-in?redirect=%2Fpricing')
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await page.locator('html[lang=de-DE]').waitFor()
  expect(page.url()).toEndWith('/sign-in?redirect=%2Fpricing')
  await page.locator('button[type=submit]:enabled').waitFor()
})

test.each(['/', '/sign-in', '/sign-up', '/pricing'])(
  '%s has nothing that axe objects to',
  async (path) => {
    const page = await newVisitor()
    await page.goto(path)
    await expectNoObjections(page)
    await page.context().close()
  },
)

test('the API reference has its style under a policy that allows no other', async () => {
  const page = await newVisitor()
  const answer = await page.goto('/api/reference')
  expect(answer?.headers()['content-security-policy']).not.toContain('unsafe')
  const face = await page.evaluate(() => getComputedStyle(document.body).fontFamily)
  expect(face).toContain('Hanken')
})

test('no page broke on the way', () => expect(brokenPages).toEqual([]))
