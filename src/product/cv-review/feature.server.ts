import { performs } from '#/adapters/define-job.ts'
import { reviewCvJob } from './jobs.server.ts'
import { reviewCv } from './review-cv.server.ts'

export const name = 'cvReview'
export { cvReviewContract as contract } from './contract.ts'
export { cvReviewProcedures as procedures } from './procedures.server.ts'
export { planUsage } from './review-usage.server.ts'
export const jobs = [performs(reviewCvJob, reviewCv)]
