import { m } from '#/i18n/messages.ts'
import { Status, type Tone } from '#/ui/badge.tsx'
import { ScoreRing } from '#/ui/score-ring.tsx'
import { FigureFrame } from '#/ui/figure-frame.tsx'

export function ReviewFigure() {
  return (
    <FigureFrame caption={m.site_review_figure()}>
      <div className="flex items-center gap-4 border-b p-5">
        <ScoreRing score={74} label={m.site_review_score()} />
        <div className="min-w-0">
          <p className="text-base font-semibold">{m.site_review_headline()}</p>
          <p className="truncate font-mono text-xs text-ink-faint">{m.site_review_file()}</p>
        </div>
      </div>
      <Point
        tone="success"
        kind={m.site_review_strength()}
        title={m.site_review_strength_title()}
        quote={m.site_review_strength_quote()}
      />
      <Point
        tone="accent"
        kind={m.site_review_gap()}
        title={m.site_review_gap_title()}
        quote={m.site_review_gap_quote()}
        advice={m.site_review_gap_advice()}
      />
    </FigureFrame>
  )
}

type PointProps = { tone: Tone; kind: string; title: string; quote: string; advice?: string }

function Point({ tone, kind, title, quote, advice }: PointProps) {
  return (
    <div className="border-b p-5 last:border-b-0">
      <Status tone={tone} className="text-xs text-ink-muted">
        {kind}
      </Status>
      <p className="mt-1 font-semibold">{title}</p>
      <blockquote className="mt-2.5 border-l-2 border-accent bg-accent-soft/50 py-1.5 pr-3 pl-3 font-display text-base leading-snug">
        <q>{quote}</q>
      </blockquote>
      {advice && <p className="mt-2.5 text-ink-muted">{advice}</p>}
    </div>
  )
}
