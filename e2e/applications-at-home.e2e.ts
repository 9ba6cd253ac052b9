/** The applications on the first page; `bun run remove` deletes it with either feature. */
import { afterAll, expect, test } from 'bun:test'
import { brokenPages, closeBrowser, newVisitor, picture } from './browser.ts'
import { signIn } from './people.ts'

afterAll(closeBrowser)

const password = 'plant-more-trees'

test('a candidate sees their applications there, a recruiter those that are new', async () => {
  const candidate = await newVisitor()
  await signIn(candidate, { email: 'candidate@loam.example', password })
  await candidate.goto('/home')
  await candidate.getByRole('link', { name: 'Product designer, homeowner app' }).waitFor()
  await picture(candidate, 'home-candidate')
  const recruiter = await newVisitor()
  await signIn(recruiter, { email: 'recruiter@loam.example', password })
  await recruiter.goto('/home')
  await recruiter.getByText(/^\d+ new applications?$/).waitFor()
  await picture(recruiter, 'home-recruiter')
})

test('no page broke on the way', () => expect(brokenPages).toEqual([]))
