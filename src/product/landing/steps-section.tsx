import { m } from '#/i18n/messages.ts'
import { Container } from '#/ui/container.tsx'
import { LetterDrawing } from '#/ui/drawings/letter.tsx'
import { PapersDrawing } from '#/ui/drawings/papers.tsx'
import { QuoteDrawing } from './quote-drawing.tsx'
import { ReadingDrawing } from './reading-drawing.tsx'

export function StepsSection() {
  const steps = [
    { drawing: <PapersDrawing />, title: m.site_step_file(), text: m.site_step_file_text() },
    { drawing: <ReadingDrawing />, title: m.site_step_read(), text: m.site_step_read_text() },
    { drawing: <QuoteDrawing />, title: m.site_step_quote(), text: m.site_step_quote_text() },
    {
      drawing: <LetterDrawing />,
      title: m.site_step_yours(),
      text: m.site_step_yours_text(),
      indent: '-ml-1',
    },
  ]
  return (
    <section aria-labelledby="review" className="border-t bg-surface">
      <Container className="py-16 sm:py-20">
        <h2 id="review" className="font-display text-display-md">
          {m.site_steps_title()}
        </h2>
        <ol className="mt-10 grid gap-x-10 gap-y-12 sm:grid-cols-2 lg:grid-cols-4">
          {steps.map(({ drawing, title, text, indent = '-ml-3.5' }, index) => (
            <li key={title}>
              {/* What is drawn begins 14 units in, the letter 4; it is to begin where the text does. */}
              <div className={indent}>{drawing}</div>
              <h3 className="mt-5 flex gap-2 font-semibold">
                <span className="text-ink-faint tabular-nums">{index + 1}</span>
                {title}
              </h3>
              <p className="mt-1.5 text-sm text-ink-muted">{text}</p>
            </li>
          ))}
        </ol>
      </Container>
    </section>
  )
}
