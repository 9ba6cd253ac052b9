import RotateCw from 'lucide-react/icons/rotate-cw'
import { memo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { m } from '#/i18n/messages.ts'
import { Button, IconButton } from '#/ui/button.tsx'
import { CopyButton } from '#/ui/copy-button.tsx'
import { VisuallyHidden } from '#/ui/visually-hidden.tsx'
import type { Ask, ChatMessage, MessageStatus } from './contract.ts'
import { MarkdownText } from './markdown-text.tsx'
import { QuestionEditor } from './question-editor.tsx'
import { QuestionItem } from './question-item.tsx'
import { withoutReplaced } from './shown-messages.ts'
import { closeOpenMarks, endAtAWord } from './unfinished-markdown.ts'

type Again = Extract<Ask, { again: unknown }>['again']

interface MessageListProps {
  messages: ChatMessage[]
  /** Nothing is being written, and the job can be asked about. */
  canAsk: boolean
  /** Resolves to false when it was not taken. */
  onAsk: (ask: Ask) => Promise<boolean>
}

/**
 * What was asked and answered, oldest first. Any question can be asked in other words; the last
 * answer can be asked for again.
 */
export function MessageList({ messages, canAsk, onAsk }: MessageListProps) {
  const shown = withoutReplaced(messages)
  const [editing, setEditing] = useState<{ id: string; text: string } | null>(null)
  const editButtons = useRef(new Map<string, HTMLButtonElement>())

  function leaveEditor(id: string) {
    flushSync(() => setEditing(null))
    editButtons.current.get(id)?.focus()
  }

  async function askInstead(id: string, text: string) {
    setEditing(null)
    if (!(await onAsk({ text, insteadOf: id }))) setEditing({ id, text })
  }

  return (
    <ol className="space-y-5">
      {shown.map(({ id, role, content, status }, index) => {
        if (role === 'assistant') {
          const isLast = index === shown.length - 1
          return (
            <li key={id} className="min-w-0">
              <VisuallyHidden>{m.chat_answer_by()}</VisuallyHidden>
              <Answer content={content} status={status} />
              {status !== 'writing' && (
                <AnswerActions
                  content={content}
                  status={status}
                  canRepeat={canAsk && isLast}
                  onAgain={(again) => void onAsk({ again })}
                />
              )}
            </li>
          )
        }
        return canAsk && editing?.id === id ? (
          <li key={id}>
            <QuestionEditor
              text={editing.text}
              cutsOff={index < shown.length - 2}
              onCancel={() => leaveEditor(id)}
              onAsk={(text) => void askInstead(id, text)}
            />
          </li>
        ) : (
          <QuestionItem
            key={id}
            text={content}
            canEdit={canAsk}
            onEdit={() => setEditing({ id, text: content })}
            editButton={(button) => {
              if (button) editButtons.current.set(id, button)
              else editButtons.current.delete(id)
            }}
          />
        )
      })}
    </ol>
  )
}

const Answer = memo(function Answer({
  content,
  status,
}: {
  content: string
  status: MessageStatus
}) {
  if (content) {
    if (status === 'complete') return <MarkdownText text={content} />
    const shown = status === 'writing' ? content : endAtAWord(content)
    return <MarkdownText text={closeOpenMarks(shown)} />
  }
  if (status !== 'writing') return null
  return (
    <p className="flex items-center gap-2 text-ink-muted">
      <span aria-hidden="true" className="inline-flex gap-1">
        {['', '[animation-delay:200ms]', '[animation-delay:400ms]'].map((delay) => (
          <span key={delay} className={`size-1.5 animate-pulse rounded-full bg-primary ${delay}`} />
        ))}
      </span>
      {m.chat_thinking()}
    </p>
  )
})

interface AnswerActionsProps {
  content: string
  status: MessageStatus
  canRepeat: boolean
  onAgain: (again: Again) => void
}

const AnswerActions = ({ content, status, canRepeat, onAgain }: AnswerActionsProps) => (
  <div className="mt-1.5 flex min-h-8 flex-wrap items-center gap-2">
    {content && (
      <div className="-ml-2 flex text-ink-faint">
        <CopyButton text={content} />
        {canRepeat && status === 'complete' && (
          <IconButton label={m.chat_again()} size="sm" onClick={() => onAgain('retry')}>
            <RotateCw aria-hidden="true" />
          </IconButton>
        )}
      </div>
    )}
    <Ending status={status} />
    {canRepeat && status !== 'complete' && (
      <div className="flex gap-2">
        {content && (
          <Button size="sm" onClick={() => onAgain('continue')}>
            {m.chat_continue()}
          </Button>
        )}
        <Button size="sm" onClick={() => onAgain('retry')}>
          {m.chat_retry()}
        </Button>
      </div>
    )}
  </div>
)

const Ending = ({ status }: { status: MessageStatus }) => {
  const text = {
    writing: '',
    complete: '',
    stopped: m.chat_ended_stopped(),
    failed: m.chat_ended_failed(),
    interrupted: m.chat_ended_interrupted(),
  }[status]
  return text && <p className="text-ink-muted">{text}</p>
}
