import type { PlanLines } from '#/platform/billing/contract.ts'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'
import { ButtonAnchor } from '#/ui/button.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Container } from '#/ui/container.tsx'
import { BoardSection } from './board-section.tsx'
import { CandidatesSection } from './candidates-section.tsx'
import { FieldDrawing } from '#/ui/drawings/field.tsx'
import { Figures } from './figures.tsx'
import { HiringSection } from './hiring-section.tsx'
import { PlansSection } from './plans-section.tsx'
import type { LandingFacts } from './contract.ts'
import { ReviewFigure } from './review-figure.tsx'
import { StepsSection } from './steps-section.tsx'

export function LandingPage({ facts, plans }: { facts: LandingFacts; plans: PlanLines }) {
  const { figures, jobs } = facts
  return (
    <>
      <Hero jobs={figures.jobs} />
      <BoardSection jobs={jobs} total={figures.jobs} />
      <Figures figures={figures} />
      <CandidatesSection />
      <StepsSection />
      <HiringSection jobTitle={jobs[0]?.title} />
      <PlansSection lines={plans} />
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
          <ButtonLink to="/jobs" variant="primary" size="lg">
            {m.site_hero_jobs({ count: jobs })}
          </ButtonLink>
          <ButtonLink to="." hash="hiring" size="lg">
            {m.site_hero_hire({ name: site.name })}
          </ButtonLink>
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
          <ButtonLink to="/organizations/new" size="lg">
            {m.site_closing_hire()}
          </ButtonLink>
        </div>
      </Container>
      <FieldDrawing />
    </section>
  )
}
