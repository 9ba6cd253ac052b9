import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import { useEffect, useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { IconButton } from './button.tsx'

/** Puts a text on the clipboard and shows a check for a moment. */
export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [copied])

  return (
    <>
      <IconButton
        size="sm"
        label={m.ui_copy()}
        onClick={async () => {
          await navigator.clipboard.writeText(text)
          setCopied(true)
        }}
      >
        {copied ? (
          <Check aria-hidden="true" className="text-success" />
        ) : (
          <Copy aria-hidden="true" />
        )}
      </IconButton>
      <span aria-live="polite" className="sr-only">
        {copied && m.ui_copied()}
      </span>
    </>
  )
}
