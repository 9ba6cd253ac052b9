import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { ChatPage } from '../chat-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { leadsNowhere } from '#/rpc/leads-nowhere.ts'

export const Route = createFileRoute('/_app/chats/$chatId')({
  loader: async ({ params }) => {
    const { error, data } = await safe(rpc.chat.read(params))
    if (leadsNowhere(error)) throw notFound()
    if (error) throw error
    return data
  },
  component: OneChat,
})

function OneChat() {
  const { chat, messages } = Route.useLoaderData()
  return (
    <>
      <PageMeta title={chat.title || m.chat_untitled()} description={m.chat_list_description()} />
      <ChatPage key={chat.id} chat={chat} messages={messages} />
    </>
  )
}
