export const name = 'handedInReviews'
export { handedInReviewsContract as contract } from './contract.ts'
export { handedInReviewsProcedures as procedures } from './procedures.server.ts'
