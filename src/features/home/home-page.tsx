import clsx from 'clsx'
import { Link } from '@tanstack/react-router'
import type { OwnApplication } from '#/features/applications/contract.ts'
import { statusName, statusTone } from '#/features/applications/status-labels.ts'
import { ChatRow } from '#/features/chat/chats-page.tsx'
import type { ChatSummary } from '#/features/chat/contract.ts'
import type { ReviewSummary } from '#/features/cv-review/contract.ts'
import { ReviewRow } from '#/features/cv-review/review-list.tsx'
import type { OwnOrganization } from '#/features/organizations/contract.ts'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'
import { Status } from '#/ui/badge.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Panel } from '#/ui/card.tsx'
import { ConversationDrawing } from '#/ui/drawings/conversation.tsx'
import { FurrowsDrawing } from '#/ui/drawings/furrows.tsx'
import { TeamDrawing } from '#/ui/drawings/team.tsx'
import { PapersDrawing } from '#/ui/drawings/papers.tsx'
import { Notice } from '#/ui/notice.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { HomeStep } from './home-step.tsx'
import { OrganizationsPanel } from './organizations-panel.tsx'

interface HomePageProps {
  name: string
  /** Comes from the mail that confirmed the address. */
  isNew: boolean
  reviews: ReviewSummary[]
  applications: OwnApplication[]
  chats: ChatSummary[]
  organizations: OwnOrganization[]
}

const rowsShown = 4

/** The first page after signing in: what is in progress, and what to do where nothing is. */
export function HomePage({
  name,
  isNew,
  reviews,
  applications,
  chats,
  organizations,
}: HomePageProps) {
  const [firstName = ''] = name.split(' ')
  const hires = organizations.length > 0
  return (
    <>
      {isNew && (
        <Notice
          tone="success"
          role="status"
          className="mb-6"
          title={m.home_welcome_title({ site: site.name })}
        >
          {m.home_welcome_text()}
        </Notice>
      )}
      <PageHeader title={m.home_greeting({ name: firstName })} />
      {hires && <OrganizationsPanel organizations={organizations} />}
      <div className={clsx('grid gap-4 lg:grid-cols-2', hires && 'xl:grid-cols-3')}>
        {reviews.length > 0 ? <Reviews reviews={reviews} /> : <FirstReview />}
        {applications.length > 0 ? <Applications applications={applications} /> : <FirstJob />}
        {chats.length > 0 ? <Chats chats={chats} /> : <FirstChat />}
        {!hires && <FirstOrganization />}
      </div>
    </>
  )
}

const Reviews = ({ reviews }: Pick<HomePageProps, 'reviews'>) => (
  <Panel
    title={m.home_reviews()}
    flush
    actions={
      <ButtonLink size="sm" to="/cv-review">
        {m.home_cv_action()}
      </ButtonLink>
    }
  >
    <ul className="divide-y">
      {reviews.slice(0, rowsShown).map((review) => (
        <li key={review.id}>
          <ReviewRow review={review} />
        </li>
      ))}
    </ul>
  </Panel>
)

const Applications = ({ applications }: Pick<HomePageProps, 'applications'>) => (
  <Panel
    title={m.home_latest_applications()}
    flush
    actions={
      <ButtonLink size="sm" to="/jobs">
        {m.home_jobs_action()}
      </ButtonLink>
    }
    footer={<TextLink to="/applications">{m.home_open_applications()}</TextLink>}
  >
    <ul className="divide-y">
      {applications.slice(0, rowsShown).map(({ id, job, status }) => (
        <li
          key={id}
          className="relative flex items-center justify-between gap-4 px-4 py-3 hover:bg-ink/3"
        >
          <div className="min-w-0">
            <Link
              to="/applications/$applicationId"
              params={{ applicationId: id }}
              className="block truncate font-medium after:absolute after:inset-0"
            >
              {job.title}
            </Link>
            <p className="truncate text-ink-muted">{job.company}</p>
          </div>
          <Status tone={statusTone(status)}>{statusName(status)}</Status>
        </li>
      ))}
    </ul>
  </Panel>
)

const Chats = ({ chats }: Pick<HomePageProps, 'chats'>) => (
  <Panel
    title={m.home_chats()}
    flush
    footer={<TextLink to="/chats">{m.home_open_chats()}</TextLink>}
  >
    <ul className="divide-y">
      {chats.slice(0, rowsShown).map((chat) => (
        <ChatRow key={chat.id} chat={chat} />
      ))}
    </ul>
  </Panel>
)

const FirstReview = () => (
  <HomeStep
    drawing={<PapersDrawing />}
    title={m.home_cv_title()}
    text={m.home_cv_text()}
    action={
      <ButtonLink variant="primary" to="/cv-review">
        {m.home_cv_action()}
      </ButtonLink>
    }
  />
)

const FirstJob = () => (
  <HomeStep
    drawing={<FurrowsDrawing />}
    title={m.home_jobs_title()}
    text={m.home_jobs_text()}
    action={<ButtonLink to="/jobs">{m.home_jobs_action()}</ButtonLink>}
  />
)

const FirstChat = () => (
  <HomeStep
    drawing={<ConversationDrawing />}
    title={m.home_chat_title()}
    text={m.chat_list_empty_text()}
    action={<ButtonLink to="/jobs">{m.chat_list_empty_action()}</ButtonLink>}
  />
)

const FirstOrganization = () => (
  <HomeStep
    drawing={<TeamDrawing />}
    title={m.home_organization_title()}
    text={m.home_organization_text()}
    action={<ButtonLink to="/organizations/new">{m.home_organization_action()}</ButtonLink>}
  />
)
