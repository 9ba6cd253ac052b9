import { isDefinedError, safe } from '@orpc/client'
import { useNavigate } from '@tanstack/react-router'
import Printer from 'lucide-react/icons/printer'
import RotateCw from 'lucide-react/icons/rotate-cw'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { currentLocale } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Breadcrumb } from '#/ui/breadcrumb.tsx'
import { Button } from '#/ui/button.tsx'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { explainNoAnswer } from '#/ui/explain-failure.ts'
import { PageHeader } from '#/ui/page-header.tsx'
import { toast } from '#/ui/toast.tsx'
import { Tooltip } from '#/ui/tooltip.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { Review } from './contract.ts'
import { explainNotStarted } from './explain-refusal.ts'
import { FailedReview } from './failed-review.tsx'
import { ReviewDetails } from './review-details.tsx'
import { ReviewProgress } from './review-progress.tsx'
import { isUnfinished, useLatestReview } from './use-latest-review.ts'

export function ReviewPage({ review: loaded }: { review: Review }) {
  const review = useLatestReview(loaded)
  const navigate = useNavigate()
  const [starting, setStarting] = useState(false)
  const { file } = review

  async function again() {
    setStarting(true)
    const wanted = { fileId: file.id, locale: currentLocale() }
    const { data, error } = await safe(rpc.cvReview.start(wanted))
    setStarting(false)
    if (data) return navigate({ to: '/cv-review/$reviewId', params: data })
    // The list is where the limit is explained and the offer made.
    if (isDefinedError(error) && error.code === 'CV_REVIEW_LIMIT_REACHED') {
      return navigate({ to: '/cv-review' })
    }
    const title =
      explainNoAnswer(error) ??
      (isDefinedError(error) ? explainNotStarted(error) : m.cv_review_starting_failed())
    toast({ title, tone: 'danger' })
  }

  const remove = useAction(() => rpc.cvReview.remove({ reviewId: review.id }), {
    refusals: {
      REVIEW_IN_USE: m.cv_review_delete_in_use,
      // Deleted already, in another tab, as the page then says.
      NOT_FOUND: () => '',
    },
    leavesTo: () => ({ to: '/cv-review' }),
    onDone: () => toast({ title: m.cv_review_deleted() }),
  })

  return (
    <>
      <PageHeader
        breadcrumb={
          <div className="print:hidden">
            <Breadcrumb crumbs={[{ label: m.cv_review_title(), link: { to: '/cv-review' } }]} />
          </div>
        }
        title={<span className="break-words">{file.name}</span>}
        actions={
          <div className="flex flex-wrap gap-2 print:hidden">
            {review.status === 'done' && (
              <>
                <Button onClick={() => window.print()}>
                  <Printer aria-hidden="true" />
                  {m.cv_review_print()}
                </Button>
                <Tooltip text={m.cv_review_again_hint()}>
                  <Button busy={starting} onClick={again}>
                    <RotateCw aria-hidden="true" />
                    {m.cv_review_again()}
                  </Button>
                </Tooltip>
              </>
            )}
            <ConfirmDialog
              trigger={
                <Button>
                  <Trash aria-hidden="true" />
                  {m.cv_review_delete()}
                </Button>
              }
              title={m.cv_review_delete_title()}
              confirm={m.cv_review_delete_confirm()}
              onConfirm={remove.run}
            >
              {m.cv_review_delete_text()}
            </ConfirmDialog>
          </div>
        }
      />
      {isUnfinished(review) && <ReviewProgress status={review.status} />}
      {review.status === 'failed' && (
        <FailedReview review={review} starting={starting} onAgain={again} />
      )}
      {review.status === 'done' && (
        <ReviewDetails review={review} fileUrl={`/api/files/${file.id}`} reader="author" />
      )}
    </>
  )
}
