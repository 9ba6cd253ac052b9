import { type ErrorComponentProps, useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'
import { Button, ButtonAnchor } from '#/ui/button.tsx'
import { BrokenPotDrawing } from '#/ui/drawings/broken-pot.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { isUnreachable } from '#/ui/is-unreachable.ts'
import { useIsOnline } from '#/ui/use-is-online.ts'
import { PageMeta } from './page-meta.tsx'

/** Shown while there was no network. While the page is tried again, it is still no fault of ours. */
let lostWithNetwork: unknown

/**
 * A bug, a server that does not answer, or no network. It never shows what went wrong inside; the number finds it in the
 * log.
 */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const isTrying = useRouterState({ select: ({ status }) => status === 'pending' })
  const isOnline = useIsOnline()
  const isOffline = !isOnline || (isTrying && error === lostWithNetwork)
  const isOurs = !isOffline && !isUnreachable(error)
  const { title, text } = isOffline ? offline() : isOurs ? failed() : unreachable()
  const reference = requestIdOf(error)

  async function tryAgain() {
    await router.invalidate()
    reset()
  }

  const wasOnline = useRef(isOnline)
  useEffect(() => {
    if (!isOnline) lostWithNetwork = error
    else if (!wasOnline.current) void tryAgain()
    wasOnline.current = isOnline
  })

  return (
    <>
      <PageMeta title={title} />
      <EmptyState
        as="h1"
        drawing={<BrokenPotDrawing />}
        title={title}
        action={
          <>
            <Button variant="primary" busy={isTrying} onClick={tryAgain}>
              {m.navigation_failed_again()}
            </Button>
            {isOurs && (
              <ButtonAnchor href={`mailto:${site.supportEmail}`}>
                {m.navigation_contact()}
              </ButtonAnchor>
            )}
          </>
        }
        className="py-24"
      >
        <p>{text}</p>
        {isOurs && reference && (
          <p className="mt-3 text-xs">
            {m.navigation_failed_reference()} <code className="select-all">{reference}</code>
          </p>
        )}
      </EmptyState>
    </>
  )
}

const offline = () => ({ title: m.navigation_offline_title(), text: m.navigation_offline_text() })
const failed = () => ({ title: m.navigation_failed_title(), text: m.navigation_failed_text() })
const unreachable = () => ({
  title: m.navigation_unreachable_title(),
  text: m.navigation_unreachable_text(),
})

function requestIdOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('data' in error)) return undefined
  const { data } = error
  if (typeof data !== 'object' || data === null || !('requestId' in data)) return undefined
  return typeof data.requestId === 'string' ? data.requestId : undefined
}
