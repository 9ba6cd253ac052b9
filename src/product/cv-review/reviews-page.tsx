import { isDefinedError, safe } from '@orpc/client'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { DocumentUpload } from '#/platform/files/document-upload.tsx'
import type { StoredFile } from '#/platform/files/contract.ts'
import { currentLocale } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { explainNoAnswer } from '#/ui/explain-failure.ts'
import { Notice } from '#/ui/notice.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import type { ReviewSummary, ReviewUsage } from './contract.ts'
import { explainNotStarted } from './explain-refusal.ts'
import { ReviewList } from './review-list.tsx'
import { UpgradeOffer } from './upgrade-offer.tsx'
import { UsageMeter } from './usage-meter.tsx'

export function ReviewsPage({ reviews, usage }: { reviews: ReviewSummary[]; usage: ReviewUsage }) {
  const navigate = useNavigate()
  const router = useRouter()
  const [notStarted, setNotStarted] = useState<string | null>(null)
  const [isUploading, setUploading] = useState(false)

  async function start(stored: StoredFile) {
    setNotStarted(null)
    const wanted = { fileId: stored.id, locale: currentLocale() }
    const { data, error } = await safe(rpc.cvReview.start(wanted))
    const noAnswer = explainNoAnswer(error)
    if (data) {
      await navigate({ to: '/cv-review/$reviewId', params: data })
    } else if (noAnswer) {
      setNotStarted(noAnswer)
    } else {
      // At the limit by now, perhaps from another tab: the page shows what that means.
      await router.invalidate()
      if (!isDefinedError(error)) setNotStarted(m.cv_review_starting_failed())
      else if (error.code !== 'CV_REVIEW_LIMIT_REACHED') setNotStarted(explainNotStarted(error))
    }
  }

  return (
    <>
      <PageHeader title={m.cv_review_title()} description={m.cv_review_description()} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <section aria-label={m.cv_review_upload_title()} className="space-y-3">
          {notStarted && (
            <Notice tone="danger" role="alert">
              {notStarted}
            </Notice>
          )}
          {usage.used >= usage.limit ? (
            <UpgradeOffer usage={usage} />
          ) : (
            <>
              <DocumentUpload onReady={start} onActive={setUploading} />
              <p className="max-w-[65ch] text-ink-muted">{m.cv_review_privacy()}</p>
            </>
          )}
        </section>
        <aside>
          <UsageMeter usage={usage} />
        </aside>
      </div>
      {/* "No reviews yet" beside the first one would be a contradiction. */}
      {(reviews.length > 0 || !isUploading) && <ReviewList reviews={reviews} />}
    </>
  )
}
