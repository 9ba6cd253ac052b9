import { type ErrorComponentProps, useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef } from 'react'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'
import { Button, ButtonAnchor } from '#/ui/button.tsx'
import { BrokenPotDrawing } from '#/ui/drawings/broken-pot.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { isUnavailable } from '#/ui/is-unavailable.ts'
import { isUnreachable } from '#/ui/is-unreachable.ts'
import { useIsOnline } from '#/ui/use-is-online.ts'
import { PageMeta } from './page-meta.tsx'

/** How soon the page is tried again while something behind the server does not answer. */
const retryMs = 10_000

/** Shown while there was no network. While the page is tried again, it is still no fault of ours. */
let lostWithNetwork: unknown

/**
 * A bug, a server that does not answer, something behind it that does not, or no network. The page
 * never shows what went wrong inside; the number finds it in the log.
 */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const isTrying = useRouterState({ select: ({ status }) => status === 'pending' })
  const isOnline = useIsOnline()
  const isOffline = !isOnline || (isTrying && error === lostWithNetwork)
  const isAway = !isOffline && isUnavailable(error)
  const isOurs = !isOffline && !isUnreachable(error)
  const { title, text } = isOffline
    ? offline()
    : isAway
      ? unavailable()
      : isOurs
        ? failed()
        : unreachable()
  const reference = requestIdOf(error)

  async function tryAgain() {
    // When a parent's loader fails as well, the router keeps the child as loaded, without its data, and
    // would render it while it loads again.
    await router.invalidate({ forcePending: true })
    reset()
  }

  const wasOnline = useRef(isOnline)
  useEffect(() => {
    if (!isOnline) lostWithNetwork = error
    else if (!wasOnline.current) void tryAgain()
    wasOnline.current = isOnline
  })

  const tryAgainWhileSeen = useEffectEvent(() => {
    if (document.visibilityState === 'visible') void tryAgain()
  })
  useEffect(() => {
    if (!isAway) return undefined
    const timer = setInterval(() => tryAgainWhileSeen(), retryMs)
    return () => clearInterval(timer)
  }, [isAway])

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
const unavailable = () => ({
  title: m.navigation_unavailable_title(),
  text: m.navigation_unavailable_text(),
})
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
