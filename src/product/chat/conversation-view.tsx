import ArrowDown from 'lucide-react/icons/arrow-down'
import { visitorDays } from '#/auth/visitor-days.ts'
import { m } from '#/i18n/messages.ts'
import { BareButton, IconButton } from '#/ui/button.tsx'
import { Spinner } from '#/ui/spinner.tsx'
import { useIsOnline } from '#/ui/use-is-online.ts'
import { Composer } from './composer.tsx'
import { visitorLimits } from './limits.ts'
import type { Ask } from './contract.ts'
import type { Conversation, ConversationState } from './conversation.ts'
import { MessageList } from './message-list.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { suggestionClass } from './suggestions.ts'
import { useStickToEnd } from './use-stick-to-end.ts'

interface ConversationViewProps {
  conversation: Conversation
  state: ConversationState
  /** The job is no longer public: there is nothing to ask any more. */
  isClosed?: boolean
  draft?: string
  /** Somebody without an account. */
  isVisitor?: boolean
  /** Of a visitor, today; null while it is not known. */
  questionsLeft?: number | null
  /** Takes the keyboard to the box, once for each. */
  focusAt?: object
  /** What could be asked first. */
  suggestions: string[]
}

/** The messages, the state of the connection and the box to write in; fills the height it is given. */
export function ConversationView({
  conversation,
  state,
  isClosed = false,
  draft,
  isVisitor = false,
  questionsLeft = null,
  focusAt,
  suggestions,
}: ConversationViewProps) {
  const { messages, phase, problem, finished } = state
  const { box, content, onScroll, toEnd, isAway } = useStickToEnd()
  const isOnline = useIsOnline()
  const isBusy = phase !== 'idle'

  function askAndFollow(ask: Ask): Promise<boolean> {
    toEnd()
    return conversation.ask(ask)
  }

  /** What was pressed is gone from the page then; the keyboard goes on with the answer. */
  function askFromWithin(ask: Ask): Promise<boolean> {
    box.current?.focus({ preventScroll: true })
    return askAndFollow(ask)
  }

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={box}
        onScroll={onScroll}
        role="region"
        aria-label={m.chat_messages()}
        // A box that scrolls is reached by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 py-5 outline-offset-[-2px] sm:px-5"
      >
        <div ref={content} className="mx-auto max-w-3xl">
          {messages.length === 0 && !isClosed && (
            <FirstQuestions
              questions={suggestions}
              onAsk={(text) => void askFromWithin({ text })}
            />
          )}
          <MessageList messages={messages} canAsk={!isBusy && !isClosed} onAsk={askFromWithin} />
        </div>
      </div>
      {/* Read aloud when it begins and once at the end; words that trickle in would only be noise. */}
      <div role="status" className="sr-only">
        {finished !== null
          ? m.chat_answer_finished({ answer: finished })
          : isBusy && m.chat_answer_begins()}
      </div>
      <div className="border-t px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-5">
        <div className="relative mx-auto max-w-3xl space-y-2">
          {isAway && (
            <IconButton
              label={m.chat_to_latest()}
              variant="secondary"
              size="sm"
              onClick={toEnd}
              className="absolute! -top-11 left-1/2 -translate-x-1/2 rounded-full! shadow-float"
            >
              <ArrowDown aria-hidden="true" />
            </IconButton>
          )}
          {phase === 'reconnecting' && (
            <p role="status" className="flex items-center gap-2 text-ink-muted">
              <Spinner />
              {isOnline ? m.chat_reconnecting() : m.chat_offline()}
            </p>
          )}
          {problem && (
            <ProblemNotice
              problem={problem}
              isVisitor={isVisitor}
              hasMessages={messages.length > 0}
            />
          )}
          <Composer
            draft={draft}
            isBusy={isBusy}
            isClosed={isClosed}
            focusAt={focusAt}
            onAsk={(text) => askAndFollow({ text })}
            onStop={() => void conversation.stop()}
          />
          <p className="text-xs text-ink-faint">
            {m.chat_caution()} {isVisitor && m.chat_visitor_kept({ days: visitorDays })}
          </p>
          {isVisitor && questionsLeft !== null && (
            <p className="text-xs text-ink-muted tabular-nums">
              {m.chat_visitor_left({ left: questionsLeft, limit: visitorLimits.questionsPerDay })}
            </p>
          )}
        </div>
      </div>
    </div>
  )
}

function FirstQuestions({
  questions,
  onAsk,
}: {
  questions: string[]
  onAsk: (question: string) => void
}) {
  return (
    <>
      <p className="text-ink-muted">{m.chat_panel_empty()}</p>
      <ul className="mt-3 space-y-2">
        {questions.map((question) => (
          <li key={question}>
            <BareButton className={suggestionClass} onClick={() => onAsk(question)}>
              {question}
            </BareButton>
          </li>
        ))}
      </ul>
    </>
  )
}
