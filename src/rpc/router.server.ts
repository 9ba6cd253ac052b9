import { implement } from '@orpc/server'
import { byName } from '#/define-feature.server.ts'
import { features } from '#/features.server.ts'
import type { Context } from './context.server.ts'
import { contract } from './contract.server.ts'
import { translateRefusals } from './translate-refusals.server.ts'

/** Which procedure answers each line of the contract. */
export const router = implement(contract)
  .$context<Context>()
  .use(translateRefusals)
  .router(byName(features, 'procedures'))
