/** The whole life of a garden plot in a browser: none, one, changed, deleted. */
import { afterAll, expect, test } from 'bun:test'
import { expectNoObjections } from '../../../e2e/accessibility.ts'
import { appUrl, brokenPages, closeBrowser, newVisitor, picture } from '../../../e2e/browser.ts'
import { newOrganization, signUp, somebody } from '../../../e2e/people.ts'

afterAll(closeBrowser)

test('one is created, changed and deleted', async () => {
  const page = await newVisitor()
  await signUp(page, somebody('Gwen Plotter'))
  // <organization>
  const organization = await newOrganization(page, 'Plotters')
  await page.goto(`/o/${organization}/members`)
  // <person>
  await page.goto('/account')
  // <end>
  await page.getByRole('link', { name: 'Garden plots' }).click()
  await page.getByRole('heading', { level: 2, name: 'No garden plots yet' }).waitFor()
  await expectNoObjections(page)
  await picture(page, 'garden-plots-empty')

  await page.getByRole('link', { name: 'New garden plot' }).click()
  await page.getByRole('heading', { level: 1, name: 'New garden plot' }).waitFor()
  await page.getByRole('button', { name: 'Create garden plot' }).click()
  await page.getByText('Fill in “First field”.').waitFor()
  await expectNoObjections(page)
  await picture(page, 'garden-plots-errors')
  // <fields fill>
  await picture(page, 'garden-plots-filled')
  await page.getByRole('button', { name: 'Create garden plot' }).click()
  await page.getByText('Garden plot created').waitFor()
  await picture(page, 'garden-plots-list')

  await page.getByRole('link', { name: 'Willow' }).click()
  await page.getByRole('heading', { level: 1, name: 'Willow' }).waitFor()
  await page.getByLabel('First field').fill('Alder')
  // Unsaved changes survive a press on another page.
  await page.getByRole('link', { name: 'Garden plots' }).first().click()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('link', { name: 'Alder' }).waitFor()

  await page.context().addCookies([{ name: 'locale', value: 'de', url: appUrl }])
  await page.reload()
  await page.getByRole('link', { name: 'Neuer Eintrag' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toStartWith('de')
  await expectNoObjections(page)
  await page.context().addCookies([{ name: 'locale', value: 'en', url: appUrl }])
  await page.reload()

  await page.getByRole('link', { name: 'Alder' }).click()
  await page.getByRole('button', { name: 'Delete garden plot' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete “Alder”?' })
  await dialog.getByRole('button', { name: 'Delete garden plot' }).click()
  await page.getByRole('heading', { level: 2, name: 'No garden plots yet' }).waitFor()
  expect(brokenPages).toEqual([])
}, 60_000)
