import Plus from 'lucide-react/icons/plus'
import type { NavigationEntry } from '#/define-feature.ts'
import type { Account } from '#/platform/identity/contract.ts'
import { m } from '#/i18n/messages.ts'
import { NavGroup, NavItem } from '#/ui/nav-item.tsx'
import { entriesOf } from './entries.ts'

const personal = entriesOf('personal')
const organization = entriesOf('organization')
const admin = entriesOf('admin')

/** Where somebody can go: their own pages, those of each organisation, and the site's for admins. */
export function AppSidebar({ account }: { account: Account }) {
  return (
    <>
      <NavGroup>
        {personal.map((entry) => (
          <Entry key={entry.to} {...entry} />
        ))}
      </NavGroup>
      {account.organizations.map(({ slug, name, role }) => (
        <NavGroup key={slug} label={name}>
          {organization.map(
            ({ forManagers, ...entry }) =>
              (!forManagers || role !== 'member') && (
                <Entry key={entry.to} {...entry} params={{ orgSlug: slug }} />
              ),
          )}
        </NavGroup>
      ))}
      <NavGroup>
        <NavItem to="/organizations/new" icon={<Plus aria-hidden="true" />}>
          {m.navigation_app_new_organization()}
        </NavItem>
      </NavGroup>
      {account.isAdmin && (
        <NavGroup label={m.navigation_app_admin()}>
          {admin.map((entry) => (
            <Entry key={entry.to} {...entry} />
          ))}
        </NavGroup>
      )}
    </>
  )
}

const Entry = ({
  to,
  params,
  icon: Icon,
  label,
}: NavigationEntry & { params?: { orgSlug: string } }) => (
  <NavItem to={to} params={params} icon={<Icon aria-hidden="true" />}>
    {label()}
  </NavItem>
)
