import type { PublicJob } from './contract.ts'

/** The sections of a job's page are asked with the one, and shown beside the other. */
export type JobPageAsked = { jobSlug: string; isSignedIn: Promise<boolean> }
export type JobPageShown = { job: PublicJob }
