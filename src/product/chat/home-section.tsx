import type { Section } from '#/define-section.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Panel } from '#/ui/card.tsx'
import { ConversationDrawing } from '#/ui/drawings/conversation.tsx'
import { FirstStep } from '#/ui/first-step.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { ChatRow } from './chats-page.tsx'
import type { ChatSummary } from './contract.ts'

const rowsShown = 4

export const chatsSection: Section<unknown, unknown, ChatSummary[]> = {
  load: async () => (await rpc.chat.list({ page: 1 })).chats,
  show: (chats) => (chats.length > 0 ? <Chats chats={chats} /> : <FirstChat />),
}

const Chats = ({ chats }: { chats: ChatSummary[] }) => (
  <Panel
    title={m.chat_chats()}
    flush
    footer={<TextLink to="/chats">{m.chat_open_chats()}</TextLink>}
  >
    <ul className="divide-y">
      {chats.slice(0, rowsShown).map((chat) => (
        <ChatRow key={chat.id} chat={chat} />
      ))}
    </ul>
  </Panel>
)

const FirstChat = () => (
  <FirstStep
    drawing={<ConversationDrawing />}
    title={m.chat_chat_title()}
    text={m.chat_list_empty_text()}
    action={<ButtonLink to="/jobs">{m.chat_list_empty_action()}</ButtonLink>}
  />
)
