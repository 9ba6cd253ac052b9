import clsx from 'clsx'
import { useId } from 'react'
import { m } from '#/i18n/messages.ts'
import { VisuallyHidden } from '#/ui/visually-hidden.tsx'
import type { Review } from './contract.ts'

interface ReviewPointsProps {
  title: string
  /** Of the points; the headings are in the page's. */
  lang: string
  tone: 'strength' | 'gap'
  points: Review['gaps']
  /** Read aloud before a quotation. */
  quoteFrom: string
  /** What to say when there are none. */
  none: string
}

/** Each point with the very line of the CV that it is about, set as a quotation. */
export function ReviewPoints({ title, lang, tone, points, quoteFrom, none }: ReviewPointsProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {points.length === 0 && <p className="mt-3 text-ink-muted">{none}</p>}
      <ol className="mt-1 divide-y">
        {points.map((point) => (
          <li
            key={`${point.title} ${point.quote}`}
            className="break-inside-avoid py-5 *:max-w-[40rem]"
          >
            <h3 lang={lang} className="text-base font-semibold">
              {point.title}
            </h3>
            <p lang={lang} className="mt-1 text-base leading-6">
              {point.detail}
            </p>
            {point.quote && (
              <blockquote
                className={clsx(
                  'mt-3 border-l-2 py-0.5 pl-4 text-base leading-6 text-ink-muted italic',
                  tone === 'strength' ? 'border-primary' : 'border-accent',
                )}
              >
                <VisuallyHidden>{quoteFrom}: </VisuallyHidden>
                <q>{point.quote}</q>
              </blockquote>
            )}
            {point.advice && (
              <p className="mt-3 text-base leading-6">
                <strong className="font-semibold">{m.cv_review_advice()}: </strong>
                <span lang={lang}>{point.advice}</span>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
