import { expect, test } from 'bun:test'
import { sampleEmployers } from '#/product/jobs/sample-data.ts'
import { sampleCandidate } from '#/product/sample-candidates/sample-data.ts'
import { statuses } from '../application-statuses.ts'
import { sampleApplications } from '../sample-data.ts'

const jobs = sampleEmployers.flatMap(({ organization, jobs: own }) =>
  own.map((job) => ({ ...job, company: organization.name })),
)
const applications = sampleApplications.map((application) => {
  const { cvs, joinedDaysAgo } = sampleCandidate(application.candidate)
  return { ...application, cvs, joinedDaysAgo }
})

test('everything happens in an order in which it can', () => {
  for (const { job: title, cv, cvs, joinedDaysAgo, daysAgo, moves } of applications) {
    const job = jobs.find((candidate) => candidate.title === title)
    const uploaded = cvs.find(({ name }) => name === cv)?.daysAgo ?? 0
    const order = [joinedDaysAgo, uploaded, daysAgo, ...moves.map((move) => move.daysAgo)]
    expect(order).toEqual(order.toSorted((a, b) => b - a))
    expect(job?.publishedDaysAgo).toBeGreaterThanOrEqual(daysAgo)
    expect(job?.closedDaysAgo ?? 0).toBeLessThan(order.at(-1) ?? 0)
    expect(job?.status ?? 'published').not.toBe('draft')
  }
})

test('Halden has applications in every status', () => {
  const halden = applications.filter(
    ({ job }) => jobs.find(({ title }) => title === job)?.company === 'Halden Wärme',
  )
  expect(halden).toHaveLength(18)
  const reached = halden.map(({ moves }) => moves.at(-1)?.to ?? 'new')
  expect([...new Set(reached)].toSorted()).toEqual([...statuses].toSorted())
})

test('whoever moves an application is a member of the organisation', () => {
  for (const { job: title, moves } of applications) {
    const employer = sampleEmployers.find(({ jobs: own }) => own.some((job) => job.title === title))
    const members = employer?.organization.members.map(({ email }) => email) ?? []
    for (const { by } of moves) if (by) expect(members).toContain(by)
  }
})
