export const name = 'audit'
export { auditContract as contract } from './contract.ts'
export { auditProcedures as procedures } from './procedures.server.ts'
export { auditApi as api } from './audit-api.server.ts'
