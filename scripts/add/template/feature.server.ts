export const name = 'gardenPlots'
export { gardenPlotsContract as contract } from './contract.ts'
export { gardenPlotsProcedures as procedures } from './procedures.server.ts'
// <organization>
export { organizationNumbers } from './organization-numbers.server.ts'
// <end>
