import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'
import { Avatar } from '#/ui/avatar.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Card } from '#/ui/card.tsx'
import { FurrowsDrawing } from '#/ui/drawings/furrows.tsx'
import { PapersDrawing } from '#/ui/drawings/papers.tsx'
import { TeamDrawing } from '#/ui/drawings/team.tsx'
import { Notice } from '#/ui/notice.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { ScoreRing } from '#/ui/score-ring.tsx'
import type { Account } from './contract.ts'

interface HomePageProps {
  account: Account
  /** Comes from the mail that confirmed the address. */
  isNew: boolean
  lastReview?: { id: string; score: number | null; file: { name: string } }
  applicationCount: number
}

/** The first page after signing in: how things stand, and what to do next. */
export function HomePage({ account, isNew, lastReview, applicationCount }: HomePageProps) {
  const [firstName = ''] = account.name.split(' ')
  return (
    <>
      {isNew && (
        <Notice
          tone="success"
          role="status"
          className="mb-6"
          title={m.identity_home_welcome_title({ site: site.name })}
        >
          {m.identity_home_welcome_text()}
        </Notice>
      )}
      <PageHeader title={m.identity_home_greeting({ name: firstName })} />
      {account.organizations.length > 0 && <Organizations organizations={account.organizations} />}
      <h2 className="mb-3 font-semibold">{m.identity_home_for_you()}</h2>
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {lastReview ? <LastReview {...lastReview} /> : <FirstReview />}
        <Step
          drawing={<FurrowsDrawing />}
          title={
            applicationCount > 0
              ? m.identity_home_applications({ count: applicationCount })
              : m.identity_home_jobs_title()
          }
          text={m.identity_home_jobs_text()}
          action={
            <>
              <ButtonLink to="/jobs">{m.identity_home_jobs_action()}</ButtonLink>
              {applicationCount > 0 && (
                <ButtonLink variant="quiet" to="/applications">
                  {m.identity_home_open_applications()}
                </ButtonLink>
              )}
            </>
          }
        />
        {account.organizations.length === 0 && (
          <Step
            drawing={<TeamDrawing />}
            title={m.identity_home_organization_title()}
            text={m.identity_home_organization_text()}
            action={
              <ButtonLink to="/organizations/new">
                {m.identity_home_organization_action()}
              </ButtonLink>
            }
          />
        )}
      </div>
    </>
  )
}

const FirstReview = () => (
  <Step
    drawing={<PapersDrawing />}
    title={m.identity_home_cv_title()}
    text={m.identity_home_cv_text()}
    action={
      <ButtonLink variant="primary" to="/cv-review">
        {m.identity_home_cv_action()}
      </ButtonLink>
    }
  />
)

const LastReview = ({ id, score, file }: NonNullable<HomePageProps['lastReview']>) => (
  <Step
    drawing={
      score === null ? (
        <PapersDrawing />
      ) : (
        <ScoreRing score={score} label={m.identity_home_score()} size="md" />
      )
    }
    title={m.identity_home_last_review({ file: file.name })}
    text={m.identity_home_cv_text()}
    action={
      <>
        <ButtonLink variant="primary" to="/cv-review/$reviewId" params={{ reviewId: id }}>
          {m.identity_home_open_review()}
        </ButtonLink>
        <ButtonLink variant="quiet" to="/cv-review">
          {m.identity_home_cv_action()}
        </ButtonLink>
      </>
    }
  />
)

const roleNames = {
  owner: m.identity_role_owner,
  admin: m.identity_role_admin,
  member: m.identity_role_member,
}

function Organizations({ organizations }: Pick<Account, 'organizations'>) {
  return (
    <section className="mb-8">
      <h2 className="mb-3 font-semibold">{m.identity_home_hiring()}</h2>
      <ul className="divide-y rounded-base border bg-surface">
        {organizations.map(({ slug, name, role }) => (
          <li key={slug} className="flex flex-wrap items-center gap-3 px-4 py-3">
            <Avatar name={name} shape="square" />
            <div className="min-w-0 flex-1 max-sm:min-w-[70%]">
              <p className="truncate font-medium">{name}</p>
              <p className="text-ink-muted">{roleNames[role]()}</p>
            </div>
            <ButtonLink
              size="sm"
              to="/o/$orgSlug/applications"
              params={{ orgSlug: slug }}
              aria-label={`${m.navigation_app_organization_applications()}, ${name}`}
            >
              {m.navigation_app_organization_applications()}
            </ButtonLink>
            <ButtonLink
              size="sm"
              to="/o/$orgSlug/jobs"
              params={{ orgSlug: slug }}
              aria-label={`${m.navigation_app_organization_jobs()}, ${name}`}
            >
              {m.navigation_app_organization_jobs()}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface StepProps {
  drawing: ReactNode
  title: string
  text: string
  action: ReactNode
}

const Step = ({ drawing, title, text, action }: StepProps) => (
  <Card className="flex flex-col items-start p-5">
    <div className="mb-4">{drawing}</div>
    <h3 className="font-semibold">{title}</h3>
    <p className="mt-1 mb-5 flex-1 text-ink-muted">{text}</p>
    <div className="flex flex-wrap gap-2">{action}</div>
  </Card>
)
