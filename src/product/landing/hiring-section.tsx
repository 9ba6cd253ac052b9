import { m } from '#/i18n/messages.ts'
import { Container } from '#/ui/container.tsx'
import { hiringFigures } from './landing-sections.ts'
import { SectionHeading } from './section-heading.tsx'

export function HiringSection({ jobTitle }: { jobTitle?: string }) {
  const points = [
    [m.site_hiring_publish(), m.site_hiring_publish_text()],
    [m.site_hiring_read(), m.site_hiring_read_text()],
    [m.site_hiring_team(), m.site_hiring_team_text()],
    [m.site_hiring_tenancy(), m.site_hiring_tenancy_text()],
  ]
  return (
    <section aria-labelledby="hiring" className="border-t">
      <Container className="py-16 sm:py-24">
        <SectionHeading id="hiring" kicker={m.site_hiring_kicker()}>
          {m.site_hiring_title()}
        </SectionHeading>
        {hiringFigures.map((Figure) => (
          <Figure key={Figure.name} jobTitle={jobTitle} />
        ))}
        <dl className="mt-12 grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
          {points.map(([title, text]) => (
            <div key={title} className="border-t pt-4">
              <dt className="font-semibold">{title}</dt>
              <dd className="mt-1 text-sm text-ink-muted">{text}</dd>
            </div>
          ))}
        </dl>
      </Container>
    </section>
  )
}
