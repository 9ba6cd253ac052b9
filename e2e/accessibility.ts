import AxeBuilder from '@axe-core/playwright'
import { expect } from 'bun:test'
import type { Page } from 'playwright-core'

const aboutColours = ['color-contrast', 'link-in-text-block']

/**
 * Axe objects to nothing in this part of the page, in the light and in the dark. Between the two only
 * colours differ, so in the dark nothing else is looked at.
 */
export async function expectNoObjections(page: Page, part = 'html'): Promise<void> {
  const objections = async (axe: AxeBuilder) => {
    // Without frames there is nothing to gather in a page of its own.
    const { violations } = await axe.include(part).setLegacyMode().analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }
  expect(await objections(new AxeBuilder({ page }))).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect(await objections(new AxeBuilder({ page }).withRules(aboutColours))).toEqual([])
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}
