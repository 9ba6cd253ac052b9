import { createFileRoute, redirect } from '@tanstack/react-router'
import { entriesOf } from '#/platform/navigation/entries.ts'

/** Leads to the first page of an organisation that its members have. */
export const Route = createFileRoute('/_app/o/$orgSlug/')({
  loaderDeps: ({ search }) => ({ search }),
  // Not beforeLoad, which every page would carry, and the features' entries with it.
  loader: ({ params, deps: { search } }) => {
    const [first] = entriesOf('organization')
    throw redirect({ to: first?.to ?? '/o/$orgSlug/members', params, search })
  },
})
