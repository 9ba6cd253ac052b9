import ArrowUp from 'lucide-react/icons/arrow-up'
import Square from 'lucide-react/icons/square'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { IconButton } from '#/ui/button.tsx'
import { useEarlyInput } from '#/ui/early-input.ts'
import { NeedsScripts } from '#/ui/needs-scripts.tsx'
import { maxQuestionLength } from './limits.ts'

interface ComposerProps {
  /** Put into the box, not sent. */
  draft?: string
  isBusy: boolean
  isClosed?: boolean
  /** Resolves to false when the question was not taken. */
  onAsk: (text: string) => Promise<boolean>
  onStop: () => void
  /** Takes the focus when it appears because somebody opened it, and with each other one. */
  focusAt?: object
}

/** Enter sends, Shift+Enter begins a new line; while an answer is written the button stops it. */
export function Composer({
  draft = '',
  isBusy,
  isClosed = false,
  onAsk,
  onStop,
  focusAt,
}: ComposerProps) {
  const [text, setText] = useState(draft)
  const box = useRef<HTMLTextAreaElement>(null)
  const control = useEarlyInput(box)
  const left = maxQuestionLength - text.trim().length
  const canSend = !isBusy && !isClosed && text.trim() !== '' && left >= 0

  useEffect(() => {
    if (focusAt) box.current?.focus()
  }, [focusAt])

  async function send() {
    if (!canSend) return
    const sent = text
    setText('')
    if (!(await onAsk(sent.trim()))) setText((now) => now || sent)
  }

  function onKeyDown(event: KeyboardEvent) {
    // A word that is being composed in an input method is finished with Enter too.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    void send()
    box.current?.focus()
  }

  return (
    <form
      onSubmit={onSubmit}
      className="relative rounded-base border border-line-field bg-raised transition-colors focus-within:border-focus focus-within:outline-1 focus-within:outline-focus hover:border-ink-muted"
    >
      <NeedsScripts />
      <textarea
        ref={control}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        disabled={isClosed}
        rows={1}
        enterKeyHint="send"
        aria-label={m.chat_question_label()}
        aria-describedby={left < 200 ? 'chat-characters-left' : undefined}
        placeholder={isClosed ? m.chat_closed_placeholder() : m.chat_question_placeholder()}
        className="field-sizing-content block max-h-40 min-h-11 w-full pointer-coarse:min-h-13 pointer-coarse:py-3.5 resize-none bg-transparent py-2.5 pr-14 pl-3 leading-[1.375rem] outline-none max-sm:text-base"
      />
      <div className="absolute right-1 bottom-1">
        {isBusy ? (
          <IconButton label={m.chat_stop()} variant="secondary" onClick={onStop}>
            <Square aria-hidden="true" className="size-3! fill-current" />
          </IconButton>
        ) : (
          <IconButton label={m.chat_send()} variant="primary" type="submit" disabled={!canSend}>
            <ArrowUp aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {left < 200 && (
        <p
          id="chat-characters-left"
          className={`px-3 pb-2 text-xs tabular-nums ${left < 0 ? 'text-danger' : 'text-ink-muted'}`}
        >
          {left < 0
            ? m.chat_characters_over({ count: -left })
            : m.chat_characters_left({ count: left })}
        </p>
      )}
    </form>
  )
}
