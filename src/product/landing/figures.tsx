import { m } from '#/i18n/messages.ts'
import { Container } from '#/ui/container.tsx'
import { formatNumber, formatPercent } from '#/ui/format-number.ts'
import type { LandingFacts } from './contract.ts'

/** What is on the board at this moment, counted. */
export function Figures({ figures }: { figures: LandingFacts['figures'] }) {
  if (figures.jobs === 0) return null
  const shown = [
    { value: formatNumber(figures.jobs), label: m.site_figure_jobs() },
    { value: formatNumber(figures.companies), label: m.site_figure_companies() },
    { value: formatNumber(figures.countries), label: m.site_figure_countries() },
    { value: formatPercent(figures.withSalary / figures.jobs), label: m.site_figure_salary() },
  ]
  return (
    <Container className="py-14">
      <dl className="grid grid-cols-2 gap-x-8 gap-y-8 lg:grid-cols-4">
        {shown.map(({ value, label }) => (
          <div key={label} className="flex flex-col-reverse border-l pl-5">
            <dt className="text-sm text-ink-muted">{label}</dt>
            <dd className="font-display text-display-md tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Container>
  )
}
