import { createFileRoute } from '@tanstack/react-router'
import { BoardPage } from '../board-page.tsx'
import { parseBoardSearch } from '../board-search.ts'
import { PublicPageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_public/jobs/')({
  validateSearch: parseBoardSearch,
  // Beside what was parsed, the router's search still holds what was not asked for (`?sort=`).
  loaderDeps: ({ search }) => parseBoardSearch(search),
  loader: ({ deps }) => rpc.jobs.search(deps),
  component: Board,
})

function Board() {
  return (
    <>
      <PublicPageMeta
        title={m.jobs_board_title()}
        description={m.jobs_board_description()}
        path="/jobs"
      />
      <BoardPage board={Route.useLoaderData()} search={Route.useLoaderDeps()} />
    </>
  )
}
