import { createFileRoute } from '@tanstack/react-router'
import { ChatsPage } from '../chats-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { pageIn } from '#/search-params.ts'

export const Route = createFileRoute('/_app/chats/')({
  validateSearch: (search): { page?: number } => ({ page: pageIn(search.page, 1_000) }),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => rpc.chat.list(deps),
  component: Chats,
})

function Chats() {
  return (
    <>
      <PageMeta title={m.chat_list_title()} description={m.chat_list_description()} />
      <ChatsPage {...Route.useLoaderData()} />
    </>
  )
}
