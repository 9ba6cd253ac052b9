import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { ChatPage } from '#/features/chat/chat-page.tsx'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/chats/$chatId')({
  loader: async ({ params }) => {
    const { error, data, isDefined } = await safe(rpc.chat.read(params))
    // An address that is no id at all leads nowhere either.
    if (isDefined || (error && 'code' in error && error.code === 'BAD_REQUEST')) throw notFound()
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
