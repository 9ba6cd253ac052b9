import { adminContract } from '#/features/admin/contract.ts'
import { applicationsContract } from '#/features/applications/contract.ts'
import { auditContract } from '#/features/audit/contract.ts'
import { billingContract } from '#/features/billing/contract.ts'
import { chatContract } from '#/features/chat/contract.ts'
import { cvReviewContract } from '#/features/cv-review/contract.ts'
import { filesContract } from '#/features/files/contract.ts'
import { identityContract } from '#/features/identity/contract.ts'
import { jobsContract } from '#/features/jobs/contract.ts'
import { organizationsContract } from '#/features/organizations/contract.ts'

/** What the server can do, for the browser, the API document and the router. */
export const contract = {
  applications: applicationsContract,
  admin: adminContract,
  audit: auditContract,
  chat: chatContract,
  cvReview: cvReviewContract,
  files: filesContract,
  billing: billingContract,
  identity: identityContract,
  jobs: jobsContract,
  organizations: organizationsContract,
}
