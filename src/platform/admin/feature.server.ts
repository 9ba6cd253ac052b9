export const name = 'admin'
export { adminContract as contract } from './contract.ts'
export { adminProcedures as procedures } from './procedures.server.ts'
export { adminPlugin as authPlugin } from './auth-plugin.server.ts'
