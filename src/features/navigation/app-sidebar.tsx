import Briefcase from 'lucide-react/icons/briefcase'
import Building from 'lucide-react/icons/building-2'
import CreditCard from 'lucide-react/icons/credit-card'
import FileText from 'lucide-react/icons/file-text'
import House from 'lucide-react/icons/house'
import Inbox from 'lucide-react/icons/inbox'
import MessageSquare from 'lucide-react/icons/message-square'
import Plus from 'lucide-react/icons/plus'
import ScrollText from 'lucide-react/icons/scroll-text'
import Search from 'lucide-react/icons/search'
import Send from 'lucide-react/icons/send'
import Settings from 'lucide-react/icons/settings'
import Users from 'lucide-react/icons/users'
import type { Account } from '#/features/identity/contract.ts'
import { m } from '#/i18n/messages.ts'
import { NavGroup, NavItem } from '#/ui/nav-item.tsx'

/** Where somebody can go: their own pages, those of each organisation, and the site's for admins. */
export function AppSidebar({ account }: { account: Account }) {
  return (
    <>
      <NavGroup>
        <NavItem to="/home" icon={<House aria-hidden="true" />}>
          {m.navigation_app_home()}
        </NavItem>
        <NavItem to="/jobs" icon={<Search aria-hidden="true" />}>
          {m.navigation_app_jobs()}
        </NavItem>
        <NavItem to="/cv-review" icon={<FileText aria-hidden="true" />}>
          {m.navigation_app_cv_review()}
        </NavItem>
        <NavItem to="/applications" icon={<Send aria-hidden="true" />}>
          {m.navigation_app_applications()}
        </NavItem>
        <NavItem to="/chats" icon={<MessageSquare aria-hidden="true" />}>
          {m.navigation_app_chats()}
        </NavItem>
      </NavGroup>
      {account.organizations.map((organization) => (
        <OrganizationPages key={organization.slug} {...organization} />
      ))}
      <NavGroup>
        <NavItem to="/organizations/new" icon={<Plus aria-hidden="true" />}>
          {m.navigation_app_new_organization()}
        </NavItem>
      </NavGroup>
      {account.isAdmin && (
        <NavGroup label={m.navigation_app_admin()}>
          <NavItem to="/admin/users" icon={<Users aria-hidden="true" />}>
            {m.navigation_app_users()}
          </NavItem>
          <NavItem to="/admin/organizations" icon={<Building aria-hidden="true" />}>
            {m.navigation_app_organizations()}
          </NavItem>
          <NavItem to="/admin/subscriptions" icon={<CreditCard aria-hidden="true" />}>
            {m.navigation_app_subscriptions()}
          </NavItem>
          <NavItem to="/admin/audit" icon={<ScrollText aria-hidden="true" />}>
            {m.navigation_app_audit()}
          </NavItem>
        </NavGroup>
      )}
    </>
  )
}

/** Members see the recruiting; the plan and the settings are for those who run the organisation. */
function OrganizationPages({ slug, name, role }: Account['organizations'][number]) {
  const params = { orgSlug: slug }
  const runsIt = role !== 'member'
  return (
    <NavGroup label={name}>
      <NavItem to="/o/$orgSlug/jobs" params={params} icon={<Briefcase aria-hidden="true" />}>
        {m.navigation_app_organization_jobs()}
      </NavItem>
      <NavItem to="/o/$orgSlug/applications" params={params} icon={<Inbox aria-hidden="true" />}>
        {m.navigation_app_organization_applications()}
      </NavItem>
      <NavItem to="/o/$orgSlug/members" params={params} icon={<Users aria-hidden="true" />}>
        {m.navigation_app_members()}
      </NavItem>
      {runsIt && (
        <>
          <NavItem
            to="/o/$orgSlug/billing"
            params={params}
            icon={<CreditCard aria-hidden="true" />}
          >
            {m.navigation_app_billing()}
          </NavItem>
          <NavItem to="/o/$orgSlug/audit" params={params} icon={<ScrollText aria-hidden="true" />}>
            {m.navigation_app_audit()}
          </NavItem>
          <NavItem to="/o/$orgSlug/settings" params={params} icon={<Settings aria-hidden="true" />}>
            {m.navigation_app_settings()}
          </NavItem>
        </>
      )}
    </NavGroup>
  )
}
