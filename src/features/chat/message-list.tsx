import { memo } from 'react'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { CopyButton } from '#/ui/copy-button.tsx'
import { VisuallyHidden } from '#/ui/visually-hidden.tsx'
import type { Ask, ChatMessage, MessageStatus } from './contract.ts'
import { MarkdownText } from './markdown-text.tsx'

type Again = Extract<Ask, { again: unknown }>['again']

/** What was asked and answered, oldest first. Only the last answer can be asked for again. */
export function MessageList({
  messages,
  canRepeat,
  onAgain,
}: {
  messages: ChatMessage[]
  canRepeat: boolean
  onAgain: (again: Again) => void
}) {
  return (
    <ol className="space-y-5">
      {messages.map((message, index) =>
        message.role === 'user' ? (
          <Question key={message.id} text={message.content} />
        ) : (
          <li key={message.id} className="group min-w-0">
            <VisuallyHidden>{m.chat_answer_by()}</VisuallyHidden>
            <Answer content={message.content} isWriting={message.status === 'writing'} />
            {message.status !== 'writing' && (
              <div className="mt-1.5 flex min-h-8 flex-wrap items-center gap-2">
                {message.content && (
                  <div className="-ml-2 text-ink-faint">
                    <CopyButton text={message.content} />
                  </div>
                )}
                <Ending status={message.status} />
                {canRepeat && index === messages.length - 1 && message.status !== 'complete' && (
                  <Repeat hasText={message.content !== ''} onAgain={onAgain} />
                )}
              </div>
            )}
          </li>
        ),
      )}
    </ol>
  )
}

const Question = memo(function Question({ text }: { text: string }) {
  return (
    <li className="flex justify-end">
      <VisuallyHidden>{m.chat_question_by()}</VisuallyHidden>
      <p className="max-w-[85%] rounded-base bg-primary-soft px-3.5 py-2 whitespace-pre-wrap">
        {text}
      </p>
    </li>
  )
})

const Answer = memo(function Answer({
  content,
  isWriting,
}: {
  content: string
  isWriting: boolean
}) {
  if (content) return <MarkdownText text={content} />
  if (!isWriting) return null
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

const Repeat = ({ hasText, onAgain }: { hasText: boolean; onAgain: (again: Again) => void }) => (
  <>
    {hasText && (
      <Button size="sm" onClick={() => onAgain('continue')}>
        {m.chat_continue()}
      </Button>
    )}
    <Button size="sm" onClick={() => onAgain('retry')}>
      {m.chat_retry()}
    </Button>
  </>
)
