import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import X from 'lucide-react/icons/x'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { m } from '#/i18n/messages.ts'
import { Button, IconButton } from './button.tsx'

interface ToastOptions {
  /** What happened, in the past tense: "Job published". */
  title: string
  detail?: string
  tone?: 'success' | 'danger'
  /** "Undo", or a way to the thing. */
  action?: { label: string; onSelect: () => void }
}

interface ShownToast extends ToastOptions {
  id: number
}

let shown: ShownToast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function replace(next: ShownToast[]) {
  shown = next
  for (const listener of listeners) listener()
}

/** Says what just happened, for a while, at the edge; at most three at once. Browser only. */
export function toast(options: ToastOptions) {
  const id = nextId++
  replace([...shown.slice(-2), { ...options, id }])
  return () => dismiss(id)
}

const dismiss = (id: number) => replace(shown.filter((item) => item.id !== id))

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const none: ShownToast[] = []

/** Once, in the root layout. The region exists before its first toast, or it is not read aloud. */
export function Toaster() {
  const toasts = useSyncExternalStore(
    subscribe,
    () => shown,
    () => none,
  )
  return (
    <section
      aria-label={m.ui_notifications()}
      aria-live="polite"
      aria-relevant="additions text"
      className="pointer-events-none fixed inset-x-3 bottom-3 z-60 mx-auto flex max-w-md flex-col gap-2 sm:bottom-5"
    >
      {toasts.map((item) => (
        <Toast key={item.id} {...item} />
      ))}
    </section>
  )
}

function Toast({ id, title, detail, tone = 'success', action }: ShownToast) {
  const [held, setHeld] = useState(false)
  // What can be undone, or went wrong, stays longer.
  const duration = action || tone === 'danger' ? 10_000 : 5_000

  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismiss(id), duration)
    return () => clearTimeout(timer)
  }, [held, id, duration])

  const Icon = tone === 'danger' ? CircleAlert : CircleCheck
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex w-full animate-toast items-start gap-3 rounded-base border bg-raised py-2.5 pr-2 pl-4 text-sm shadow-float"
    >
      <Icon
        aria-hidden="true"
        className={`mt-1.5 size-4 shrink-0 ${tone === 'danger' ? 'text-danger' : 'text-success'}`}
      />
      <div className="min-w-0 flex-1 py-1">
        <p className="font-medium">{title}</p>
        {detail && <p className="text-ink-muted">{detail}</p>}
      </div>
      {action && (
        <Button
          size="sm"
          variant="quiet"
          className="text-primary!"
          onClick={() => {
            action.onSelect()
            dismiss(id)
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton size="sm" label={m.ui_dismiss()} onClick={() => dismiss(id)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  )
}
