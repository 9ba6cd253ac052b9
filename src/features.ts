import { identity } from './platform/identity/feature.ts'
import { organizations } from './platform/organizations/feature.ts'
import { admin } from './platform/admin/feature.ts'
import { billing } from './platform/billing/feature.ts'
import { audit } from './platform/audit/feature.ts'
import { jobs } from './product/jobs/feature.ts'
import { cvReview } from './product/cv-review/feature.ts'
import { applications } from './product/applications/feature.ts'
import { chat } from './product/chat/feature.ts'
import { home } from './product/home/feature.ts'

/**
 * The features as the browser may see them, a line each; features.server.ts is the other half. The
 * sidebar, the audit trail and the limits of the plans are derived from it.
 */
export const features = [
  identity,
  organizations,
  admin,
  billing,
  audit,
  jobs,
  cvReview,
  applications,
  chat,
  home,
]
