/** The budget of a visitor's first page when it is a job's; the others are in e2e/javascript.ts. */
export const jobPageLimit = { name: 'job page', kilobytes: 145, requests: 16 }
