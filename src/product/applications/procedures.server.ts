import { implement } from '@orpc/server'
import type { Context } from '#/rpc/context.server.ts'
import { organizationMember, signedIn } from '#/rpc/who-may-call.server.ts'
import { apply, readApplyForm } from './apply.server.ts'
import { applicationsContract } from './contract.ts'
import { changeMailPreferences, readMailPreferences } from './mail-preferences.server.ts'
import { moveApplication, readMailOfMove } from './move-application.server.ts'
import { listOwnApplications, readOwnApplication, withdraw } from './own-applications.server.ts'
import { readBoard, readPipeline, readReceivedApplication } from './pipeline.server.ts'

const server = implement(applicationsContract).$context<Context>()

export const applicationsProcedures = {
  mailPreferences: server.mailPreferences
    .use(signedIn)
    .handler(({ context }) => readMailPreferences(context.actor)),
  changeMailPreferences: server.changeMailPreferences
    .use(signedIn)
    .handler(({ context, input }) => changeMailPreferences(context.actor, input)),

  form: server.form
    .use(signedIn)
    .handler(({ context, input }) => readApplyForm(context.user, input.jobSlug)),
  apply: server.apply.use(signedIn).handler(({ context, input }) => apply(context.user, input)),
  mine: server.mine.use(signedIn).handler(({ context }) => listOwnApplications(context.actor)),
  read: server.read
    .use(signedIn)
    .handler(({ context, input }) => readOwnApplication(context.actor, input.applicationId)),
  withdraw: server.withdraw
    .use(signedIn)
    .handler(({ context, input }) => withdraw(context.actor, input.applicationId)),

  pipeline: server.pipeline
    .use(organizationMember)
    .handler(({ context, input }) => readPipeline(context.actor, input)),
  board: server.board
    .use(organizationMember)
    .handler(({ context, input }) => readBoard(context.actor, input)),
  readReceived: server.readReceived
    .use(organizationMember)
    .handler(({ context, input }) => readReceivedApplication(context.actor, input)),
  mailOfMove: server.mailOfMove
    .use(organizationMember)
    .handler(({ context, input }) => readMailOfMove(context.actor, input)),
  move: server.move
    .use(organizationMember)
    .handler(({ context, input }) => moveApplication(context.actor, input)),
}
