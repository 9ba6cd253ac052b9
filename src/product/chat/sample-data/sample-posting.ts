import { haldenJobs } from '#/product/jobs/sample-data/halden-jobs.ts'
import { type Posting, readPosting } from '../local-answers/read-posting.ts'

const reliability = haldenJobs.find(({ title }) => title === 'Site reliability engineer')
if (!reliability) throw new Error('The job of the landing page is not seeded.')

/** A job of the seed as the prompt of the app tells of it. */
const posting = readPosting(
  `You answer the questions of a candidate about one job.
<job-1>
Title: ${reliability.title}
Company: Halden Wärme
Department: ${reliability.department}
Location: ${reliability.location}, Germany
Workplace: ${reliability.workplace}
Employment type: full-time
Skills: ${reliability.skills.join(', ')}
Salary: €76,000 – €94,000 a year
Applications close: 2026-12-24
Summary: ${reliability.summary}

${reliability.description}
</job-1>`,
)
if (!posting) throw new Error('No posting was found.')
export const samplePosting: Posting = posting
