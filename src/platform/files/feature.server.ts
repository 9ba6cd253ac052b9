import { performs } from '#/adapters/define-job.ts'
import { discardFilesWithoutRow } from './discard-objects.server.ts'
import { discardFilesJob } from './jobs.server.ts'

export const name = 'files'
export { filesContract as contract } from './contract.ts'
export { filesProcedures as procedures } from './procedures.server.ts'
export { filesApi as api } from './files-api.server.ts'
export const jobs = [performs(discardFilesJob, ({ files }) => discardFilesWithoutRow(files))]
