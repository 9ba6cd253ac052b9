export const name = 'identity'
export { identityContract as contract } from './contract.ts'
export { identityProcedures as procedures } from './procedures.server.ts'
export { identityPlugin as authPlugin } from './auth-plugin.server.ts'
