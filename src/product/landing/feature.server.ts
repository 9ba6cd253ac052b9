export const name = 'landing'
export { landingContract as contract } from './contract.ts'
export { landingProcedures as procedures } from './procedures.server.ts'
