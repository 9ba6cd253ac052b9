import type { PublicJob } from './contract.ts'

const employmentTypes = {
  full_time: 'FULL_TIME',
  part_time: 'PART_TIME',
  contract: 'CONTRACTOR',
  internship: 'INTERN',
}

/** https://schema.org/JobPosting, as https://developers.google.com/search/docs/appearance/structured-data/job-posting wants it. */
export function jobPosting(job: PublicJob, url: string) {
  const country = { '@type': 'Country', name: job.country }
  const place = {
    '@type': 'Place',
    address: {
      '@type': 'PostalAddress',
      addressLocality: job.location,
      addressCountry: job.country,
    },
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: job.title,
    description: job.descriptionHtml,
    identifier: { '@type': 'PropertyValue', name: job.company.name, value: job.id },
    url,
    datePosted: job.publishedAt.toISOString(),
    validThrough: job.closesAt?.toISOString(),
    employmentType: employmentTypes[job.employmentType],
    directApply: true,
    hiringOrganization: {
      '@type': 'Organization',
      name: job.company.name,
      sameAs: job.company.website ?? undefined,
    },
    ...(job.workplace === 'remote'
      ? { jobLocationType: 'TELECOMMUTE', applicantLocationRequirements: country }
      : { jobLocation: place }),
    skills: job.skills.length > 0 ? job.skills.join(', ') : undefined,
    baseSalary: job.salary && {
      '@type': 'MonetaryAmount',
      currency: job.salary.currency,
      value: {
        '@type': 'QuantitativeValue',
        minValue: job.salary.min,
        maxValue: job.salary.max,
        unitText: job.salary.period.toUpperCase(),
      },
    },
  }
}

const escapes: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** JSON that can stand inside a script element whatever its strings say: none of them can end it. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, (sign) => escapes[sign] ?? '')
