import { implement } from '@orpc/server'
import type { Context } from '#/rpc/context.server.ts'
import { signedIn } from '#/rpc/who-may-call.server.ts'
import { cancelUpload, confirmUpload } from './confirm-upload.server.ts'
import { filesContract } from './contract.ts'
import { listFiles } from './read-files.server.ts'
import { requestUpload } from './request-upload.server.ts'

const server = implement(filesContract).$context<Context>()

export const filesProcedures = {
  requestUpload: server.requestUpload
    .use(signedIn)
    .handler(({ context, input }) => requestUpload(context.actor, input)),
  confirmUpload: server.confirmUpload
    .use(signedIn)
    .handler(({ context, input }) => confirmUpload(context.actor, input.fileId)),
  cancelUpload: server.cancelUpload
    .use(signedIn)
    .handler(({ context, input }) => cancelUpload(context.actor, input.fileId)),
  list: server.list.use(signedIn).handler(({ context }) => listFiles(context.actor)),
}
