import type { OrganizationRole } from '#/auth/permissions.ts'
import type { Interval } from '#/platform/billing/plans.ts'

type Organization = {
  name: string
  slug: string
  location: string
  industry: string
  website: string
  about: string
  foundedDaysAgo: number
  /** How Team is paid. A trial has not been paid yet. */
  plan: { interval: Interval; isTrial?: boolean; billingEmail: string }
  /** The founder, and then who works for them. */
  members: { email: string; role: OrganizationRole }[]
}

const organizations: Organization[] = [
  {
    name: 'Halden Wärme',
    slug: 'halden-waerme',
    location: 'Leipzig, Germany',
    industry: 'Heating and energy',
    website: 'https://halden-waerme.example',
    about:
      'Halden builds heat pumps in Leipzig and the software that runs them. 420 people design, assemble, install and look after 38,000 units in four countries, and trade their flexibility on the electricity market so that heating costs less when the wind blows.',
    foundedDaysAgo: 118,
    plan: { interval: 'month', billingEmail: 'rechnungen@halden-waerme.example' },
    members: [
      { email: 'owner@loam.example', role: 'owner' },
      { email: 'recruiter@loam.example', role: 'member' },
    ],
  },
  {
    name: 'Alvor Saúde',
    slug: 'alvor-saude',
    location: 'Porto, Portugal',
    industry: 'Healthcare',
    website: 'https://alvor.example',
    about:
      'Alvor runs nineteen clinics between Braga and Faro and the video service that connects them. A patient has one doctor, one record and one number to call. 320 colleagues; founded in 2009 by a family doctor and a nurse who still see patients.',
    foundedDaysAgo: 74,
    plan: { interval: 'month', isTrial: true, billingEmail: 'faturas@alvor.example' },
    members: [
      { email: 'ines@alvor.example', role: 'owner' },
      { email: 'tiago@alvor.example', role: 'member' },
    ],
  },
  {
    name: 'Pennine Freight',
    slug: 'pennine-freight',
    location: 'Manchester, United Kingdom',
    industry: 'Rail freight',
    website: 'https://penninefreight.example',
    about:
      'Pennine Freight moves containers by rail between the ports and the north of England: sixty trains a day, two terminals, 640 wagons, and a booking platform that our competitors use too. Each train takes seventy-six lorries off the motorway.',
    foundedDaysAgo: 96,
    plan: { interval: 'year', billingEmail: 'accounts@penninefreight.example' },
    members: [{ email: 'hannah@penninefreight.example', role: 'owner' }],
  },
]

export const sampleOrganizations = organizations.map((one) => ({ ...one, id: Bun.randomUUIDv7() }))
export type SampleOrganization = (typeof sampleOrganizations)[number]

export function sampleOrganization(slug: string): SampleOrganization {
  const found = sampleOrganizations.find((one) => one.slug === slug)
  if (!found) throw new Error(`The sample data has no organisation ${slug}.`)
  return found
}
