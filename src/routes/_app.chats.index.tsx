import { createFileRoute } from '@tanstack/react-router'
import { ChatsPage } from '#/features/chat/chats-page.tsx'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/chats/')({
  validateSearch: (search): { page?: number } => {
    const page = Number(search.page)
    return Number.isInteger(page) && page > 1 && page <= 1_000 ? { page } : {}
  },
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => rpc.chat.list(deps),
  head: () => ({
    meta: [
      { title: pageTitle(m.chat_list_title()) },
      { name: 'description', content: m.chat_list_description() },
    ],
  }),
  component: () => <ChatsPage {...Route.useLoaderData()} />,
})
