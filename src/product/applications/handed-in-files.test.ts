import { beforeAll, expect, test } from 'bun:test'
import { api } from '#/api/api.ts'
import { documentTypes } from '#/platform/files/accepted-files.ts'
import { pdfOf } from '../../../scripts/seed/write-pdf.ts'
import { handIn } from './test-world.ts'
import { trailOf } from '../../../tests/audit.ts'
import { testStorage } from '../../../tests/local-services.ts'
import { createPerson, createTenant } from '../../../tests/people.ts'
import { browserOf, here } from '../../../tests/recorded-browsers.ts'
import { cookieOf } from '../../../tests/sessions.ts'
import { upload } from '../../../tests/uploads.ts'

beforeAll(testStorage)

async function signedInPerson() {
  const person = await createPerson()
  const cookie = await cookieOf(person)
  const get = (path: string) =>
    api.handle(new Request(`http://localhost:3000${path}`, { headers: { cookie } }))
  return { person, get }
}

test('a recruiter downloads what was handed in to the organisation, and names it', async () => {
  const [candidate, recruiter, outsider] = await Promise.all([1, 2, 3].map(signedInPerson))
  if (!candidate || !recruiter || !outsider) throw new Error('three people')
  const tenant = await createTenant(recruiter.person)
  const elsewhere = await createTenant(outsider.person)
  const { id } = await upload(candidate.person, 'cv.pdf', documentTypes.pdf, pdfOf('Ada Berg'))
  const path = `/api/files/${id}?organization=${tenant.slug}`
  expect((await recruiter.get(path)).status).toBe(404)
  await handIn(tenant, candidate.person, { fileId: id })
  expect((await recruiter.get(path)).status).toBe(200)
  expect((await recruiter.get(`/api/files/${id}`)).status).toBe(404)
  expect((await outsider.get(path)).status).toBe(404)
  expect((await outsider.get(`/api/files/${id}?organization=${elsewhere.slug}`)).status).toBe(404)
  expect((await candidate.get(`/api/files/${id}`)).status).toBe(200)
}, 30_000)

test('moves, withdrawals and who read a CV are recorded', async () => {
  const [owner, candidate] = [await createPerson(), await createPerson({ name: 'Cy' })]
  const tenant = await createTenant(owner)
  const browser = await browserOf(owner)
  const inOrganization = { organizationSlug: tenant.slug }
  const file = await upload(candidate, 'cv.pdf', documentTypes.pdf, pdfOf('Cy Berg'))
  await handIn(tenant, candidate, { fileId: file.id })
  const before = await trailOf(tenant)
  // The candidate's own reading is nobody's business.
  await (await browserOf(candidate)).get(`/api/files/${file.id}`)
  expect(await trailOf(tenant)).toEqual(before)
  const read = await browser.get(`/api/files/${file.id}?organization=${tenant.slug}`)
  expect(read.status).toBe(200)
  expect((await trailOf(tenant)).at(-1)).toMatchObject({
    action: 'application.cv_read',
    actorId: owner.id,
    ...here,
  })
  const { applications } = await browser.rpc.applications.pipeline(inOrganization)
  const applicationId = applications[0]?.id ?? ''
  const move = { ...inOrganization, applicationId, from: 'new', to: 'interview' } as const
  await browser.rpc.applications.move(move)
  expect((await trailOf(tenant)).at(-1)).toMatchObject({
    action: 'application.moved',
    subjectId: applicationId,
    before: { status: 'new' },
    after: { status: 'interview' },
  })
  await (await browserOf(candidate)).rpc.applications.withdraw({ applicationId })
  expect((await trailOf(tenant)).at(-1)).toMatchObject({
    action: 'application.withdrawn',
    actorId: candidate.id,
    // From where candidates come is not told to those who run the organisation.
    address: null,
    userAgent: null,
  })
}, 30_000)
