export const statuses = [
  'new',
  'in_review',
  'interview',
  'offer',
  'hired',
  'rejected',
  'withdrawn',
] as const
export type ApplicationStatus = (typeof statuses)[number]

/** Where a recruiter can move an application; only the candidate withdraws it. */
export const recruiterStatuses = statuses.filter((status) => status !== 'withdrawn')

/** Nothing more happens to these unless a recruiter takes it up again. */
export const isDecided = (status: ApplicationStatus) =>
  status === 'hired' || status === 'rejected' || status === 'withdrawn'
