import { createFileRoute } from '@tanstack/react-router'
import { ChatsPage } from '#/features/chat/chats-page.tsx'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/chats/')({
  validateSearch: (search): { page?: number } => {
    const page = Number(search.page)
    return Number.isInteger(page) && page > 1 && page <= 1_000 ? { page } : {}
  },
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
