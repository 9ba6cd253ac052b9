import type { Page } from 'playwright-core'

/** Fills in the form of a new job, and presses the button. */
export async function publish(page: Page, slug: string, title: string) {
  await page.goto(`/o/${slug}/jobs/new`)
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('City').fill('Leipzig')
  await page.getByLabel('Country').selectOption('DE')
  await page.getByLabel('Summary').fill('Something grows here, and somebody has to look after it.')
  await page.getByLabel('Description').and(page.locator('textarea')).fill('You make it grow.')
  await page.getByRole('button', { name: 'Publish job' }).click()
}
