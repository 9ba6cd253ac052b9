import { Link } from '@tanstack/react-router'
import FileText from 'lucide-react/icons/file-text'
import { m } from '#/i18n/messages.ts'
import { Status } from '#/ui/badge.tsx'
import { Card, Panel } from '#/ui/card.tsx'
import { PapersDrawing } from '#/ui/drawings/papers.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { ScoreRing } from '#/ui/score-ring.tsx'
import { Spinner } from '#/ui/spinner.tsx'
import { Time } from '#/ui/time.tsx'
import type { ReviewSummary } from './contract.ts'

export function ReviewList({ reviews }: { reviews: ReviewSummary[] }) {
  if (reviews.length === 0) {
    return (
      <Card className="mt-8">
        <EmptyState as="h2" drawing={<PapersDrawing />} title={m.cv_review_empty_title()}>
          {m.cv_review_empty_text()}
        </EmptyState>
      </Card>
    )
  }
  return (
    <Panel title={m.cv_review_earlier()} flush className="mt-8">
      <ul className="divide-y">
        {reviews.map((review) => (
          <li key={review.id}>
            <ReviewRow review={review} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function ReviewRow({
  review: { id, status, score, headline, file, createdAt },
}: {
  review: ReviewSummary
}) {
  return (
    <Link
      to="/cv-review/$reviewId"
      params={{ reviewId: id }}
      className="flex items-center gap-4 px-4 py-3 transition-colors -outline-offset-2 hover:bg-ink/3"
    >
      <span className="flex size-9 shrink-0 items-center justify-center">
        {status === 'done' && score !== null && (
          <ScoreRing size="sm" score={score} label={m.cv_review_score()} />
        )}
        {status === 'failed' && <FileText aria-hidden="true" className="size-5 text-ink-faint" />}
        {(status === 'running' || status === 'judging') && <Spinner />}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{file.name}</span>
        {status === 'done' && <span className="line-clamp-2 text-ink-muted">{headline}</span>}
        {status === 'failed' && <Status tone="danger">{m.cv_review_status_failed()}</Status>}
        {(status === 'running' || status === 'judging') && (
          <Status tone="accent">{m.cv_review_status_working()}</Status>
        )}
      </span>
      <Time value={createdAt} className="shrink-0 self-start pt-0.5 text-ink-muted tabular-nums" />
    </Link>
  )
}
