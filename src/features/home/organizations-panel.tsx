import type { OwnOrganization } from '#/features/organizations/contract.ts'
import { roleName } from '#/features/organizations/role-labels.ts'
import { m } from '#/i18n/messages.ts'
import { Avatar } from '#/ui/avatar.tsx'
import { Badge } from '#/ui/badge.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Panel } from '#/ui/card.tsx'

/** Where a person hires, and what waits there. */
export const OrganizationsPanel = ({ organizations }: { organizations: OwnOrganization[] }) => (
  <Panel title={m.home_hiring()} flush className="mb-4">
    <ul className="divide-y">
      {organizations.map(({ slug, name, role, openJobs, newApplications }) => (
        <li key={slug} className="flex flex-wrap items-center gap-3 px-4 py-3">
          <Avatar name={name} shape="square" />
          <div className="min-w-0 flex-1 max-sm:min-w-[70%]">
            <p className="flex items-center gap-2">
              <span className="truncate font-medium">{name}</span>
              {newApplications > 0 && (
                <Badge tone="accent">{m.home_new_applications({ count: newApplications })}</Badge>
              )}
            </p>
            <p className="text-ink-muted">
              {roleName(role)} · {m.home_open_jobs({ count: openJobs })}
            </p>
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
  </Panel>
)
