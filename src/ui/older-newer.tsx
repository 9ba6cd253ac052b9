import type { LinkProps } from '@tanstack/react-router'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { m } from '#/i18n/messages.ts'
import { ButtonLink } from './button-link.tsx'

interface OlderNewerProps {
  /** The rows beside which the next pages begin; null where the list ends. */
  newer: string | null
  older: string | null
  /** The link to a page: `(beside) => linkOptions({ to: '.', search: { q, ...beside } })`. */
  link: (beside: { newer?: string; older?: string }) => LinkProps
}

/** The way through a list that is paged by its rows. Shows nothing when there is one page. */
export function OlderNewer({ newer, older, link }: OlderNewerProps) {
  if (!newer && !older) return null
  return (
    <nav aria-label={m.ui_pagination()} className="flex justify-between gap-2">
      {newer ? (
        <ButtonLink {...link({ newer })} rel="prev">
          <ChevronLeft aria-hidden="true" />
          {m.ui_newer()}
        </ButtonLink>
      ) : (
        <span />
      )}
      {older && (
        <ButtonLink {...link({ older })} rel="next">
          {m.ui_older()}
          <ChevronRight aria-hidden="true" />
        </ButtonLink>
      )}
    </nav>
  )
}
