import { applicationNumber } from '#/product/applications/job-number.ts'

/**
 * The numbers of a job that other features bring, by name. job-numbers.server.ts counts them, and
 * job-number-sections.ts shows them.
 */
export const jobNumbers: string[] = [applicationNumber]
