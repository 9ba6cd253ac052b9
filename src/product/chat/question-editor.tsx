import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { Textarea } from '#/ui/textarea.tsx'
import { maxQuestionLength } from './limits.ts'

interface QuestionEditorProps {
  text: string
  /** Something was said after the question and its answer, which goes with them. */
  cutsOff: boolean
  onCancel: () => void
  onAsk: (text: string) => void
}

/** A question in the place where it was asked, to be asked in other words. Escape leaves it. */
export function QuestionEditor({ text, cutsOff, onCancel, onAsk }: QuestionEditorProps) {
  const [words, setWords] = useState(text)
  const box = useRef<HTMLTextAreaElement>(null)
  const hint = useId()
  const asked = words.trim()
  const over = asked.length - maxQuestionLength
  const canAsk = asked !== '' && over <= 0

  useEffect(() => {
    box.current?.focus()
    box.current?.setSelectionRange(text.length, text.length)
  }, [text.length])

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      // The panel around it stays open.
      event.preventDefault()
      onCancel()
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      if (canAsk) onAsk(asked)
    }
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (canAsk) onAsk(asked)
  }

  return (
    <form onSubmit={onSubmit} className="space-y-2">
      <Textarea
        ref={box}
        rows={2}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
        enterKeyHint="send"
        aria-label={m.chat_edit_label()}
        aria-describedby={hint}
        aria-invalid={over > 0 || undefined}
        className="max-h-60"
      />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p id={hint} className={`w-full text-xs ${over > 0 ? 'text-danger' : 'text-ink-muted'}`}>
          {over > 0
            ? m.chat_characters_over({ count: over })
            : cutsOff
              ? m.chat_edit_cuts_off()
              : m.chat_edit_replaces()}
        </p>
        <Button size="sm" onClick={onCancel}>
          {m.chat_edit_cancel()}
        </Button>
        <Button size="sm" variant="primary" type="submit" disabled={!canAsk}>
          {m.chat_edit_send()}
        </Button>
      </div>
    </form>
  )
}
