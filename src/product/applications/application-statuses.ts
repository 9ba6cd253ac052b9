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
export type RecruiterStatus = (typeof recruiterStatuses)[number]

/** What a candidate hears of at once, by mail; the other steps are between the recruiters. */
export const mailedStatuses = ['interview', 'offer', 'rejected'] as const
export type MailedStatus = (typeof mailedStatuses)[number]
export const isMailed = (status: ApplicationStatus): status is MailedStatus =>
  mailedStatuses.some((mailed) => mailed === status)

/** Where something is still to be done: the columns of the board. */
export const openStatuses = ['new', 'in_review', 'interview', 'offer'] as const
export type OpenStatus = (typeof openStatuses)[number]

/** Nothing more happens to these unless a recruiter takes it up again. */
export const isDecided = (status: ApplicationStatus) =>
  status === 'hired' || status === 'rejected' || status === 'withdrawn'
