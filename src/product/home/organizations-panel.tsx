import { features } from '#/features.ts'
import { entriesOf } from '#/platform/navigation/entries.ts'
import type { OwnOrganization } from '#/platform/organizations/contract.ts'
import { roleName } from '#/platform/organizations/role-labels.ts'
import { m } from '#/i18n/messages.ts'
import { Avatar } from '#/ui/avatar.tsx'
import { Badge } from '#/ui/badge.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Panel } from '#/ui/card.tsx'

const known = features.flatMap(({ organizationNumbers = [] }) => organizationNumbers)
const facts = known.filter(({ atHome }) => atHome === 'fact')

const pages = entriesOf('organization')
  .filter(({ atHome }) => atHome)
  .toReversed()

/** Where a person hires, and what waits there. */
export const OrganizationsPanel = ({ organizations }: { organizations: OwnOrganization[] }) => (
  <Panel title={m.home_hiring()} flush className="mb-4">
    <ul className="divide-y">
      {organizations.map(({ slug, name, role, numbers }) => (
        <li key={slug} className="flex flex-wrap items-center gap-3 px-4 py-3">
          <Avatar name={name} shape="square" />
          <div className="min-w-0 flex-1 max-sm:min-w-[70%]">
            <p className="flex items-center gap-2">
              <span className="truncate font-medium">{name}</span>
              {known
                .filter(({ atHome, name: key }) => atHome === 'waiting' && numbers[key])
                .map(({ name: key, text }) => (
                  <Badge key={key} tone="accent">
                    {text({ count: numbers[key] ?? 0 })}
                  </Badge>
                ))}
            </p>
            <p className="text-ink-muted">
              {[
                roleName(role),
                ...facts.map(({ name: key, text }) => text({ count: numbers[key] ?? 0 })),
              ].join(' · ')}
            </p>
          </div>
          {pages.map(({ to, label }) => (
            <ButtonLink
              key={to}
              size="sm"
              to={to}
              params={{ orgSlug: slug }}
              aria-label={`${label()}, ${name}`}
            >
              {label()}
            </ButtonLink>
          ))}
        </li>
      ))}
    </ul>
  </Panel>
)
