import clsx from 'clsx'
import Upload from 'lucide-react/icons/upload'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useHydrated } from './use-hydrated.ts'

interface FileDropProps {
  /** What to do: "Choose or drop your CV". */
  label: ReactNode
  /** What is accepted: "PDF or Word, up to 10 MB". */
  hint?: ReactNode
  /** As in `<input accept>`; a help while choosing, not a check. */
  accept?: string
  /** Below, in red, and read aloud. */
  error?: ReactNode
  disabled?: boolean
  onFile: (file: File) => void
}

/** A file input that also takes a drop, once the page's scripts do. The whole area is its label. */
export function FileDrop({ label, hint, accept, error, disabled, onFile }: FileDropProps) {
  const id = useId()
  const hydrated = useHydrated()
  const off = disabled || !hydrated
  const [over, setOver] = useState(false)
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter((part) => Boolean(part))
  return (
    <div className="space-y-1.5">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is one more way; the input is the accessible one */}
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(!off)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const [file] = event.dataTransfer.files
          if (file && !off) onFile(file)
        }}
        className={clsx(
          'flex flex-col items-center gap-1 rounded-base border border-dashed px-6 py-10 text-center transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
          off && 'opacity-50',
          !hydrated && 'animate-dim-late',
          over
            ? 'border-primary bg-primary-soft'
            : error
              ? 'border-danger bg-surface'
              : 'border-line-field bg-surface hover:border-ink-muted hover:bg-raised',
        )}
      >
        <Upload aria-hidden="true" className="mb-2 size-5 text-primary" />
        <span className="font-medium">{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="text-ink-muted">
            {hint}
          </span>
        )}
        <input
          id={id}
          type="file"
          accept={accept}
          disabled={off}
          data-waiting={hydrated ? undefined : ''}
          aria-invalid={error ? true : undefined}
          aria-describedby={described.join(' ') || undefined}
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0]
            // Emptied, so that choosing the same file again is a change again.
            event.target.value = ''
            if (file) onFile(file)
          }}
        />
      </label>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  )
}
