import { m } from '#/i18n/messages.ts'
import { Container } from '#/ui/container.tsx'
import { ChatFigure } from './chat-figure.tsx'
import { SectionHeading } from './section-heading.tsx'

export function CandidatesSection() {
  const points = [
    [m.site_candidates_review(), m.site_candidates_review_text()],
    [m.site_candidates_chat(), m.site_candidates_chat_text()],
    [m.site_candidates_status(), m.site_candidates_status_text()],
  ]
  return (
    <section aria-labelledby="candidates" className="border-t">
      <Container className="grid gap-x-16 gap-y-12 py-16 sm:py-24 lg:grid-cols-[1fr_27rem]">
        <div>
          <SectionHeading id="candidates" kicker={m.site_candidates_kicker()}>
            {m.site_candidates_title()}
          </SectionHeading>
          <dl className="mt-10 max-w-xl">
            {points.map(([title, text]) => (
              <div key={title} className="border-t py-5">
                <dt className="font-semibold">{title}</dt>
                <dd className="mt-1 text-ink-muted">{text}</dd>
              </div>
            ))}
          </dl>
        </div>
        <ChatFigure />
      </Container>
    </section>
  )
}
