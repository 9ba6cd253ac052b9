import { implement } from '@orpc/server'
import type { Context } from '#/rpc/context.server.ts'
import { anyone } from '#/rpc/who-may-call.server.ts'
import { landingContract } from './contract.ts'
import { readLandingFacts } from './read-landing-facts.server.ts'

const server = implement(landingContract).$context<Context>()

export const landingProcedures = {
  facts: server.facts.use(anyone).handler(() => readLandingFacts()),
}
