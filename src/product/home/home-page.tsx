import clsx from 'clsx'
import type { ReactNode } from 'react'
import type { OwnOrganization } from '#/platform/organizations/contract.ts'
import { firstName } from '#/i18n/first-name.ts'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { TeamDrawing } from '#/ui/drawings/team.tsx'
import { FirstStep } from '#/ui/first-step.tsx'
import { Notice } from '#/ui/notice.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { OrganizationsPanel } from './organizations-panel.tsx'

interface HomePageProps {
  name: string
  /** Comes from the mail that confirmed the address. */
  isNew: boolean
  organizations: OwnOrganization[]
  /** Sections of the features. */
  sections: ReactNode
}

/** The first page after signing in: what is in progress, and what to do where nothing is. */
export function HomePage({ name, isNew, organizations, sections }: HomePageProps) {
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
      <PageHeader title={m.home_greeting({ name: firstName(name) })} />
      {hires && <OrganizationsPanel organizations={organizations} />}
      <div
        className={clsx(
          'grid gap-4 lg:grid-cols-2',
          hires && 'lg:max-xl:*:last:odd:col-span-2 xl:grid-cols-3',
        )}
      >
        {sections}
        {!hires && <FirstOrganization />}
      </div>
    </>
  )
}

const FirstOrganization = () => (
  <FirstStep
    drawing={<TeamDrawing />}
    title={m.home_organization_title()}
    text={m.home_organization_text()}
    action={<ButtonLink to="/organizations/new">{m.home_organization_action()}</ButtonLink>}
  />
)
