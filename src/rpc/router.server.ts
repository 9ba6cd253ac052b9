import { implement } from '@orpc/server'
import { adminProcedures } from '#/features/admin/procedures.server.ts'
import { applicationsProcedures } from '#/features/applications/procedures.server.ts'
import { auditProcedures } from '#/features/audit/procedures.server.ts'
import { billingProcedures } from '#/features/billing/procedures.server.ts'
import { chatProcedures } from '#/features/chat/procedures.server.ts'
import { cvReviewProcedures } from '#/features/cv-review/procedures.server.ts'
import { filesProcedures } from '#/features/files/procedures.server.ts'
import { identityProcedures } from '#/features/identity/procedures.server.ts'
import { jobsProcedures } from '#/features/jobs/procedures.server.ts'
import { organizationsProcedures } from '#/features/organizations/procedures.server.ts'
import type { Context } from './context.server.ts'
import { contract } from './contract.ts'
import { translateRefusals } from './translate-refusals.server.ts'

/** Which procedure answers each line of the contract. */
export const router = implement(contract).$context<Context>().use(translateRefusals).router({
  applications: applicationsProcedures,
  admin: adminProcedures,
  audit: auditProcedures,
  chat: chatProcedures,
  cvReview: cvReviewProcedures,
  files: filesProcedures,
  billing: billingProcedures,
  identity: identityProcedures,
  jobs: jobsProcedures,
  organizations: organizationsProcedures,
})
