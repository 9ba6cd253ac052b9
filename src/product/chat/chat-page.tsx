import { Link, useRouter } from '@tanstack/react-router'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Pencil from 'lucide-react/icons/pencil'
import Trash from 'lucide-react/icons/trash-2'
import { useEffect, useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Breadcrumb } from '#/ui/breadcrumb.tsx'
import { IconButton } from '#/ui/button.tsx'
import { Card } from '#/ui/card.tsx'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { Dialog } from '#/ui/dialog.tsx'
import { TextField } from '#/ui/field.tsx'
import { Form, FormActions, SubmitButton } from '#/ui/form.tsx'
import { Menu, MenuItem } from '#/ui/menu.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import { type ChatMessage, type ChatSummary, chatTitle } from './contract.ts'
import { ConversationView } from './conversation-view.tsx'
import { suggestionsFor } from './suggestions.ts'
import { useConversation } from './use-conversation.ts'

/** One conversation, as high as the window. */
export function ChatPage({ chat, messages }: { chat: ChatSummary; messages: ChatMessage[] }) {
  const { job } = chat
  const { conversation, state } = useConversation({
    jobId: job?.id ?? '',
    chatId: chat.id,
    messages,
  })
  const router = useRouter()
  // The first question gives the conversation its name, and other words for it another one.
  useEffect(() => {
    if (state.finished !== null) void router.invalidate()
  }, [state.finished, router])
  return (
    <div className="flex h-[calc(100dvh-6.5rem)] min-h-96 flex-col lg:h-[calc(100dvh-4rem)]">
      <header className="mb-4 flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <Breadcrumb crumbs={[{ label: m.chat_list_title(), link: { to: '/chats' } }]} />
          <h1 className="mt-1 truncate text-xl font-semibold">{chat.title || m.chat_untitled()}</h1>
          <p className="truncate text-ink-muted">
            {job ? (
              <Link
                to="/jobs/$jobSlug"
                params={{ jobSlug: job.slug }}
                className="rounded-base hover:text-ink hover:underline"
              >
                {m.chat_about_job({ title: job.title, company: job.organization })}
              </Link>
            ) : (
              m.chat_job_gone()
            )}
          </p>
        </div>
        <ChatMenu chat={chat} />
      </header>
      <Card className="flex min-h-0 flex-1 flex-col overflow-hidden">
        <ConversationView
          conversation={conversation}
          state={state}
          isClosed={!job}
          suggestions={job ? suggestionsFor(job) : []}
        />
      </Card>
    </div>
  )
}

function ChatMenu({ chat }: { chat: ChatSummary }) {
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null)
  const close = (isOpen: boolean) => !isOpen && setOpen(null)
  const rename = useAction(
    ({ title }: { title: string }) => rpc.chat.rename({ chatId: chat.id, title }),
    { onDone: () => setOpen(null) },
  )
  const remove = useAction(() => rpc.chat.delete({ chatId: chat.id }), {
    leavesTo: () => ({ to: '/chats' }),
    onDone: () => toast({ title: m.chat_deleted() }),
  })
  return (
    <>
      <Menu
        trigger={
          <IconButton label={m.chat_menu()}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setOpen('rename')}>
          {m.chat_rename()}
        </MenuItem>
        <MenuItem
          icon={<Trash aria-hidden="true" />}
          tone="danger"
          onSelect={() => setOpen('delete')}
        >
          {m.chat_delete()}
        </MenuItem>
      </Menu>
      <Dialog open={open === 'rename'} onOpenChange={close} title={m.chat_rename_title()} size="sm">
        <Form schema={chatTitle} onSubmit={rename.run}>
          <TextField name="title" label={m.chat_rename_label()} defaultValue={chat.title} />
          <FormActions>
            <SubmitButton>{m.chat_rename_save()}</SubmitButton>
          </FormActions>
        </Form>
      </Dialog>
      <ConfirmDialog
        open={open === 'delete'}
        onOpenChange={close}
        title={m.chat_delete_title()}
        confirm={m.chat_delete()}
        tone="danger"
        onConfirm={remove.run}
      >
        {m.chat_delete_text()}
      </ConfirmDialog>
    </>
  )
}
