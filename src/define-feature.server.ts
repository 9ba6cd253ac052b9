import type { AnyContractRouter } from '@orpc/contract'
import type { AnyRouter } from '@orpc/server'
import type { BetterAuthPlugin } from 'better-auth'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { AnyElysia } from 'elysia'
import type { RunnableJob } from './adapters/define-job.ts'
import type { Tx } from './db/connection.ts'

/**
 * What a feature may bring on the server, each as a named export of its feature.server.ts. Exports and
 * not one object, since TypeScript then resolves them one by one: a session's type comes from the
 * plugins of all features, and their procedures use it.
 */
export type ServerFeature = {
  /** Its name in the contract: `rpc.<name>`. */
  name: string
  contract?: AnyContractRouter
  procedures?: AnyRouter
  /** A plugin of the auth engine. They work in the order of the list. */
  authPlugin?: () => BetterAuthPlugin
  /** Tables that the auth engine works with, by the names of its models. */
  authTables?: Record<string, PgTable>
  /** Routes under /api beside the procedures. */
  api?: AnyElysia
  jobs?: readonly RunnableJob[]
  /** Hears that a person was shown the file of another, in the name of an organisation. */
  fileShown?: (fileId: string, organizationSlug: string) => Promise<void>
  /** Finds the names of what stands in the audit trail by its id, by the type of the subject. */
  auditSubjects?: Record<string, (tx: Tx, ids: string[]) => Promise<{ id: string; name: string }[]>>
  /** Deletes what no foreign key takes along with an organisation, before its row. */
  eraseOrganization?: (tx: Tx, organizationId: string) => Promise<void>
  /** Counts an organization number of feature.ts, by its name. One without a row has none. */
  organizationNumbers?: Record<
    string,
    (tx: Tx, organizationIds: string[]) => Promise<{ organizationId: string; number: number }[]>
  >
  /** Finds those of these organisations that have their page, the one of feature.ts. */
  organizationPages?: (tx: Tx, organizationIds: string[]) => Promise<string[]>
  /** Finds the pages that a search engine should know, and when they last changed. */
  publicPages?: () => Promise<{ path: string; changedAt?: Date | null }[]>
  /** Counts what is used of a limit, by its name, where no counter does. */
  planUsage?: Record<
    string,
    (reader: { userId: string; organizationId?: string }) => Promise<number>
  >
  /** Lets what is under way finish, within so many milliseconds. */
  shutDown?: (milliseconds: number) => Promise<void>
}

type Having<Key extends keyof ServerFeature> = { name: string } & {
  [_ in Key]-?: NonNullable<ServerFeature[Key]>
}
type ByName<Features extends readonly unknown[], Key extends keyof ServerFeature> = {
  [Feature in Extract<Features[number], Having<Key>> as Feature['name']]: Feature[Key]
}

/** One kind of part of every feature that brings it, by the features' names. */
export function byName<Features extends readonly ServerFeature[], Key extends keyof ServerFeature>(
  features: Features,
  key: Key,
): ByName<Features, Key>
export function byName(features: readonly ServerFeature[], key: keyof ServerFeature) {
  return Object.fromEntries(
    features.flatMap((feature) => (feature[key] ? [[feature.name, feature[key]]] : [])),
  )
}

/** One kind of part of every feature that brings it, in the order of the list. */
export function each<Key extends keyof ServerFeature>(
  features: readonly ServerFeature[],
  key: Key,
) {
  return features.map((feature) => feature[key]).filter((part) => part !== undefined)
}

export type PluginsOf<Features extends readonly unknown[]> = Features extends readonly [
  infer First,
  ...infer Rest,
]
  ? First extends { authPlugin: () => infer Plugin extends BetterAuthPlugin }
    ? [Plugin, ...PluginsOf<Rest>]
    : PluginsOf<Rest>
  : []

/** A tuple: from a plain array the engine would not know the fields that plugins add to a session. */
export function pluginsOf<Features extends readonly ServerFeature[]>(
  features: Features,
): PluginsOf<Features>
export function pluginsOf(features: readonly ServerFeature[]): BetterAuthPlugin[] {
  return each(features, 'authPlugin').map((create) => create())
}

/** The list, for a feature that stands in it and so cannot import it while it is loaded. */
export async function listedFeatures(): Promise<readonly ServerFeature[]> {
  const { features } = await import('./features.server.ts')
  return features
}
