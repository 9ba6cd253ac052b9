import * as identity from './platform/identity/feature.server.ts'
import * as organizations from './platform/organizations/feature.server.ts'
import * as admin from './platform/admin/feature.server.ts'
import * as billing from './platform/billing/feature.server.ts'
import * as files from './platform/files/feature.server.ts'
import * as audit from './platform/audit/feature.server.ts'
import * as jobs from './product/jobs/feature.server.ts'
import * as cvReview from './product/cv-review/feature.server.ts'
import * as applications from './product/applications/feature.server.ts'
import * as handedInReviews from './product/handed-in-reviews/feature.server.ts'
import * as chat from './product/chat/feature.server.ts'
import * as landing from './product/landing/feature.server.ts'

/**
 * Everything that the server offers, a line a feature. The contract, the router, the auth engine, the
 * routes under /api, the background jobs and the shutdown are derived from it. The order counts: a
 * feature comes after those that it stands on, and the hooks of chat look whether one of the others
 * has signed somebody in.
 */
export const features = [
  identity,
  organizations,
  admin,
  billing,
  files,
  audit,
  jobs,
  cvReview,
  applications,
  handedInReviews,
  chat,
  landing,
] as const
