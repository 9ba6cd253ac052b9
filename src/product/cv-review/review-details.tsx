import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { documentTypes } from '#/platform/files/accepted-files.ts'
import { Badge } from '#/ui/badge.tsx'
import { FactLine } from '#/ui/fact-line.tsx'
import { formatFileSize, formatNumber } from '#/ui/format-number.ts'
import { Notice } from '#/ui/notice.tsx'
import { ScoreRing } from '#/ui/score-ring.tsx'
import { TextAnchor } from '#/ui/text-anchor.tsx'
import { Time } from '#/ui/time.tsx'
import type { Review } from './contract.ts'
import { ReviewPoints } from './review-points.tsx'

interface ReviewDetailsProps {
  review: Review
  /** Where the document is read; with the organisation, when a recruiter reads it. */
  fileUrl: string
  /** Advice is for the person who wrote the CV; a recruiter reads what is open. */
  reader: 'author' | 'recruiter'
}

/** A finished review: set like an article, so that it reads well on a phone and on paper. */
export function ReviewDetails({ review, fileUrl, reader }: ReviewDetailsProps) {
  const isAuthor = reader === 'author'
  const quoteFrom = isAuthor ? m.cv_review_quote_from() : m.cv_review_recruiter_quote_from()
  return (
    <article className="@container">
      {!isAuthor && (
        <p className="mb-6 max-w-[68ch] text-ink-muted">{m.cv_review_recruiter_intro()}</p>
      )}
      {review.readCharacters !== null && (
        <Notice
          tone="warning"
          className="mb-8"
          title={
            isAuthor ? m.cv_review_read_up_to_title() : m.cv_review_recruiter_read_up_to_title()
          }
        >
          <span className="break-words">
            {m.cv_review_read_up_to({
              characters: formatNumber(review.readCharacters),
              line: review.readUpTo ?? '',
            })}{' '}
            {isAuthor ? m.cv_review_read_up_to_advice() : m.cv_review_recruiter_read_up_to_advice()}
          </span>
        </Notice>
      )}
      <header className="flex flex-col items-start gap-5 border-b pb-8 sm:flex-row sm:gap-7">
        {review.score !== null && (
          <ScoreRing size="lg" score={review.score} label={m.cv_review_score()} />
        )}
        <div lang={review.locale} className="min-w-0">
          <h2 className="max-w-[44rem] text-xl leading-7 font-semibold text-pretty">
            {review.headline}
          </h2>
          {review.summary?.split(/\n+/).map((paragraph) => (
            <p key={paragraph} className="mt-3 max-w-[44rem] text-base leading-6 text-ink-muted">
              {paragraph}
            </p>
          ))}
        </div>
      </header>
      <div className="mt-8 grid gap-x-16 gap-y-10 @3xl:grid-cols-[minmax(0,1fr)_14rem]">
        <div className="space-y-10">
          <ReviewPoints
            title={m.cv_review_strengths()}
            lang={review.locale}
            tone="strength"
            points={review.strengths}
            quoteFrom={quoteFrom}
            none={isAuthor ? m.cv_review_no_strengths() : m.cv_review_recruiter_no_strengths()}
          />
          <ReviewPoints
            title={isAuthor ? m.cv_review_gaps() : m.cv_review_recruiter_gaps()}
            lang={review.locale}
            tone="gap"
            points={isAuthor ? review.gaps : review.gaps.map(withoutAdvice)}
            quoteFrom={quoteFrom}
            none={m.cv_review_no_gaps()}
          />
          <div className="border-t pt-4 text-ink-muted">
            <p className="max-w-[40rem]">
              {isAuthor ? m.cv_review_made_by() : m.cv_review_recruiter_made_by()}
            </p>
          </div>
        </div>
        <ReviewFacts review={review} fileUrl={fileUrl} />
      </div>
    </article>
  )
}

const withoutAdvice = (gap: Review['gaps'][number]) => ({ ...gap, advice: undefined })

function ReviewFacts({ review, fileUrl }: Omit<ReviewDetailsProps, 'reader'>) {
  const { file, skills, missingSections, yearsOfExperience } = review
  const isPdf = file.contentType === documentTypes.pdf
  const withQuery = (name: string) => `${fileUrl}${fileUrl.includes('?') ? '&' : '?'}${name}`
  return (
    <aside aria-label={m.cv_review_facts()} className="break-inside-avoid">
      <dl className="grid gap-x-10 gap-y-6 @md:@max-3xl:grid-cols-2 @3xl:sticky @3xl:top-6">
        <Fact term={m.cv_review_file()}>
          <TextAnchor
            href={isPdf ? withQuery('inline') : fileUrl}
            target={isPdf ? '_blank' : undefined}
            className="break-words"
          >
            {file.name}
          </TextAnchor>
          <p className="mt-1 text-ink-muted print:hidden">
            <FactLine
              facts={[
                formatFileSize(file.sizeBytes),
                <TextAnchor key="download" href={fileUrl} download>
                  {m.cv_review_download()}
                </TextAnchor>,
              ]}
            />
          </p>
        </Fact>
        <Fact term={m.cv_review_reviewed()}>
          <Time value={review.finishedAt ?? review.createdAt} format="datetime" />
        </Fact>
        {yearsOfExperience !== null && (
          <Fact term={m.cv_review_experience()}>
            {formatNumber(yearsOfExperience, { style: 'unit', unit: 'year', unitDisplay: 'long' })}
          </Fact>
        )}
        <Fact term={m.cv_review_skills()}>
          {skills.length === 0 ? (
            m.cv_review_no_skills()
          ) : (
            <ul className="flex flex-wrap gap-1.5 pt-0.5">
              {skills.map((skill) => (
                <li key={skill}>
                  <Badge>{skill}</Badge>
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact term={m.cv_review_missing()}>
          {missingSections.length === 0 ? m.cv_review_none_missing() : missingSections.join(', ')}
        </Fact>
      </dl>
    </aside>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs font-medium text-ink-muted">{term}</dt>
      <dd className="mt-1">{children}</dd>
    </div>
  )
}
