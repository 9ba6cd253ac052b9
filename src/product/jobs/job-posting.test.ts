import { expect, test } from 'bun:test'
import type { PublicJob } from './contract.ts'
import { jobPosting, scriptJson } from './job-posting.ts'

const job: PublicJob = {
  id: '0199',
  slug: 'potter',
  title: 'Potter',
  summary: 'Make pots.',
  department: '',
  location: 'Delft',
  country: 'NL',
  workplace: 'hybrid',
  employmentType: 'part_time',
  skills: ['Clay', 'Fire'],
  salary: { min: 20, max: 30, currency: 'EUR', period: 'hour' },
  publishedAt: new Date('2026-11-01T08:00:00Z'),
  closesAt: new Date('2026-12-01T00:00:00Z'),
  descriptionHtml: '<p>Pots.</p>',
  company: {
    name: 'Kiln',
    slug: 'kiln',
    about: '',
    website: 'https://kiln.example',
    location: null,
    industry: null,
  },
  similar: [],
}

test('a posting says what a search engine asks for', () => {
  expect(JSON.parse(scriptJson(jobPosting(job, 'https://x.example/jobs/potter')))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: 'Potter',
    description: '<p>Pots.</p>',
    identifier: { '@type': 'PropertyValue', name: 'Kiln', value: '0199' },
    url: 'https://x.example/jobs/potter',
    datePosted: '2026-11-01T08:00:00.000Z',
    validThrough: '2026-12-01T00:00:00.000Z',
    employmentType: 'PART_TIME',
    directApply: true,
    hiringOrganization: { '@type': 'Organization', name: 'Kiln', sameAs: 'https://kiln.example' },
    jobLocation: {
      '@type': 'Place',
      address: { '@type': 'PostalAddress', addressLocality: 'Delft', addressCountry: 'NL' },
    },
    skills: 'Clay, Fire',
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: 'EUR',
      value: { '@type': 'QuantitativeValue', minValue: 20, maxValue: 30, unitText: 'HOUR' },
    },
  })
})

test('remote work has no place but a country; what is unknown is left out', () => {
  const remote = jobPosting({ ...job, workplace: 'remote', salary: null, closesAt: null }, '')
  expect(remote).toMatchObject({
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: { '@type': 'Country', name: 'NL' },
  })
  expect(Object.keys(JSON.parse(scriptJson(remote)))).not.toContainAnyValues([
    'jobLocation',
    'validThrough',
  ])
})

test.each(['</script><script>alert(1)</script>', '<!--<script>', ']]>', '\u2028alert(1)', '&lt;'])(
  'no text can end the script element it stands in: %j',
  (title) => {
    const json = scriptJson(jobPosting({ ...job, title }, ''))
    expect(json).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(json).title).toBe(title)
  },
)
