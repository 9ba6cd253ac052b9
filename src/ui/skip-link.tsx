import { m } from '#/i18n/messages.ts'

/** The first stop of the keyboard: past the navigation, to the element with this id. */
export function SkipLink({ to }: { to: string }) {
  return (
    <a
      href={`#${to}`}
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded-base bg-primary px-3 py-2 text-sm font-medium text-primary-ink focus:translate-y-0"
    >
      {m.ui_skip_to_content()}
    </a>
  )
}
