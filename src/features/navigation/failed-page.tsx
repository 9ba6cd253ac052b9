import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'
import { Button, ButtonAnchor } from '#/ui/button.tsx'
import { BrokenPotDrawing } from '#/ui/drawings/broken-pot.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { PageMeta } from './page-meta.tsx'

/** A bug or an outage. It never shows what went wrong inside; the number finds it in the log. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const reference = requestIdOf(error)
  return (
    <>
      <PageMeta title={m.navigation_failed_title()} />
      <EmptyState
        as="h1"
        drawing={<BrokenPotDrawing />}
        title={m.navigation_failed_title()}
        action={
          <>
            <Button
              variant="primary"
              onClick={() => {
                reset()
                void router.invalidate()
              }}
            >
              {m.navigation_failed_again()}
            </Button>
            <ButtonAnchor href={`mailto:${site.supportEmail}`}>
              {m.navigation_contact()}
            </ButtonAnchor>
          </>
        }
        className="py-24"
      >
        <p>{m.navigation_failed_text()}</p>
        {reference && (
          <p className="mt-3 text-xs">
            {m.navigation_failed_reference()} <code className="select-all">{reference}</code>
          </p>
        )}
      </EmptyState>
    </>
  )
}

function requestIdOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('data' in error)) return undefined
  const { data } = error
  if (typeof data !== 'object' || data === null || !('requestId' in data)) return undefined
  return typeof data.requestId === 'string' ? data.requestId : undefined
}
