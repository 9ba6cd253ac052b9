import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { m } from '#/i18n/messages.ts'
import { Badge } from '#/ui/badge.tsx'
import { Container } from '#/ui/container.tsx'
import type { Overview, PlanLines } from './contract.ts'
import { PlanColumn } from './plan-column.tsx'
import { type Interval, intervals } from './plans.ts'
import { FreeAction, ProAction, StarterAction, TeamAction } from './pricing-actions.tsx'

/** What each plan allows and costs, for people and for teams; readable without JavaScript. */
export function PricingPage({
  overview,
  plans,
  interval,
}: {
  overview: Overview
  plans: PlanLines
  interval: Interval
}) {
  const { mine, organizations } = overview
  const yours = <Badge tone="primary">{m.billing_pricing_yours()}</Badge>
  return (
    <>
      <Container className="pt-12 pb-10 sm:pt-20 sm:pb-14">
        <h1 className="max-w-3xl font-display text-display-lg">{m.billing_pricing_heading()}</h1>
        <p className="mt-5 max-w-xl text-lg text-ink-muted">{m.billing_pricing_lead()}</p>
        <IntervalLinks interval={interval} />
      </Container>
      <Audience id="people" title={m.billing_pricing_people()}>
        <PlanColumn
          plan="free"
          gains={plans.free.gains}
          interval={interval}
          mark={mine?.plan === 'free' && yours}
          action={<FreeAction mine={mine} />}
        />
        <PlanColumn
          plan="pro"
          gains={plans.pro.gains}
          interval={interval}
          mark={mine?.plan === 'pro' && yours}
          canTry={!mine || mine.trialDays !== null}
          action={<ProAction mine={mine} interval={interval} />}
        />
      </Audience>
      <Audience id="teams" title={m.billing_pricing_teams()}>
        <PlanColumn
          plan="starter"
          gains={plans.starter.gains}
          interval={interval}
          action={<StarterAction overview={overview} />}
        />
        <PlanColumn
          plan="team"
          gains={plans.team.gains}
          interval={interval}
          canTry={
            organizations.length === 0 ||
            organizations.some(({ standing }) => standing.trialDays !== null)
          }
          action={<TeamAction overview={overview} interval={interval} />}
        />
      </Audience>
      <Questions />
    </>
  )
}

const intervalNames = { month: m.billing_interval_month, year: m.billing_interval_year }

/** Links rather than buttons, so that the choice is in the address and needs no JavaScript. */
function IntervalLinks({ interval }: { interval: Interval }) {
  return (
    <nav aria-label={m.billing_interval()} className="mt-8">
      <ul className="inline-flex h-11 rounded-base border bg-sunken p-0.5">
        {intervals.map((value) => (
          <li key={value} className="flex">
            <Link
              to="/pricing"
              search={value === 'year' ? { interval: value } : {}}
              replace
              resetScroll={false}
              aria-current={value === interval ? 'true' : undefined}
              className={clsx(
                'flex items-center rounded-[4px] border px-5 text-sm font-medium transition-colors',
                value === interval
                  ? 'border-line-strong bg-raised text-ink'
                  : 'border-transparent text-ink-muted hover:text-ink',
              )}
            >
              {intervalNames[value]()}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type AudienceProps = { id: string; title: string; children: React.ReactNode }

function Audience({ id, title, children }: AudienceProps) {
  return (
    <section aria-labelledby={id} className="border-t">
      <Container className="grid gap-x-16 gap-y-8 py-14 lg:grid-cols-[1fr_3fr]">
        <h2 id={id} className="font-display text-display-sm">
          {title}
        </h2>
        <div className="grid gap-5 sm:grid-cols-2">{children}</div>
      </Container>
    </section>
  )
}

function Questions() {
  const questions = [
    [m.billing_pricing_question_trial(), m.billing_pricing_answer_trial()],
    [m.billing_pricing_question_cancel(), m.billing_pricing_answer_cancel()],
    [m.billing_pricing_question_data(), m.billing_pricing_answer_data()],
  ]
  return (
    <section aria-labelledby="questions" className="border-t">
      <Container className="grid gap-x-16 gap-y-8 py-14 sm:pb-20 lg:grid-cols-[1fr_3fr]">
        <h2 id="questions" className="font-display text-display-sm">
          {m.billing_pricing_questions()}
        </h2>
        <dl className="grid gap-x-10 gap-y-8 sm:grid-cols-3">
          {questions.map(([question, answer]) => (
            <div key={question} className="border-t pt-4">
              <dt className="font-semibold">{question}</dt>
              <dd className="mt-1 text-sm text-ink-muted">{answer}</dd>
            </div>
          ))}
        </dl>
      </Container>
    </section>
  )
}
