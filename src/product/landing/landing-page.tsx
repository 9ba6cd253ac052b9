import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'
import { ButtonAnchor } from '#/ui/button.tsx'
import { Container } from '#/ui/container.tsx'
import { BoardSection } from './board-section.tsx'
import { CandidatesSection } from './candidates-section.tsx'
import { FieldDrawing } from '#/ui/drawings/field.tsx'
import { Figures } from './figures.tsx'
import { HiringSection } from './hiring-section.tsx'
import { PlansSection } from './plans-section.tsx'
import type { LandingFacts } from './read-landing-facts.server.ts'
import { ReviewFigure } from './review-figure.tsx'
import { StepsSection } from './steps-section.tsx'

/** Rendered to plain HTML, never hydrated: plain links, and nothing that needs JavaScript. */
export function LandingPage({ figures, jobs }: LandingFacts) {
  return (
    <>
      <Hero jobs={figures.jobs} />
      <BoardSection jobs={jobs} total={figures.jobs} />
      <Figures figures={figures} />
      <CandidatesSection />
      <StepsSection />
      <HiringSection jobTitle={jobs[0]?.title} />
      <PlansSection />
      <Closing />
    </>
  )
}

function Hero({ jobs }: { jobs: number }) {
  return (
    <Container className="grid items-center gap-x-16 gap-y-12 pt-14 pb-16 sm:pt-20 lg:grid-cols-[1fr_27rem] lg:pb-24">
      <div>
        <h1 className="font-display text-display-lg">{m.site_hero_title()}</h1>
        <p className="mt-6 max-w-xl text-lg text-ink-muted">{m.site_hero_text()}</p>
        <div className="mt-8 flex flex-wrap gap-3">
          <ButtonAnchor href="/jobs" variant="primary" size="lg">
            {m.site_hero_jobs({ count: jobs })}
          </ButtonAnchor>
          <ButtonAnchor href="#hiring" size="lg">
            {m.site_hero_hire({ name: site.name })}
          </ButtonAnchor>
        </div>
      </div>
      <ReviewFigure />
    </Container>
  )
}

function Closing() {
  return (
    <section className="overflow-hidden border-t bg-surface">
      <Container className="pt-16 text-center sm:pt-20">
        <h2 className="font-display text-display-md">{m.site_closing_title()}</h2>
        <div className="mt-7 flex flex-wrap justify-center gap-3">
          <ButtonAnchor href="/cv-review" variant="primary" size="lg">
            {m.site_closing_review()}
          </ButtonAnchor>
          <ButtonAnchor href="/organizations/new" size="lg">
            {m.site_closing_hire()}
          </ButtonAnchor>
        </div>
      </Container>
      <FieldDrawing />
    </section>
  )
}
