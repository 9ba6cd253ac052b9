import Settings from 'lucide-react/icons/settings'
import Users from 'lucide-react/icons/users'
import { roles } from '#/auth/organization-roles.ts'
import { defineFeature } from '#/define-feature.ts'
import { m } from '#/i18n/messages.ts'
import { roleName } from './role-labels.ts'

export const organizations = defineFeature({
  navigation: {
    organization: [
      { to: '/o/$orgSlug/members', icon: Users, label: m.organizations_nav_members, order: 30 },
      {
        to: '/o/$orgSlug/settings',
        icon: Settings,
        label: m.organizations_nav_settings,
        order: 60,
        forManagers: true,
      },
    ],
  },
  audit: [
    {
      name: 'people',
      label: m.organizations_group_people,
      inOrganization: true,
      actions: {
        'invitation.sent': m.organizations_invitation_sent,
        'invitation.accepted': m.organizations_invitation_accepted,
        'invitation.declined': m.organizations_invitation_declined,
        'invitation.cancelled': m.organizations_invitation_cancelled,
        'member.added': {
          anybody: m.organizations_member_added,
          oneself: m.organizations_member_joined,
        },
        'member.role_changed': m.organizations_member_role_changed,
        'member.removed': m.organizations_member_removed,
        'member.left': m.organizations_member_left,
      },
      gone: { invitation: m.organizations_gone_address },
      value: (field, value) => {
        const role = field === 'role' && roles.find((known) => known === value)
        return role ? roleName(role) : undefined
      },
    },
    {
      name: 'organization',
      label: m.organizations_group_organization,
      inOrganization: true,
      actions: {
        'organization.created': m.organizations_organization_created,
        'organization.changed': m.organizations_organization_changed,
        'organization.deleted': m.organizations_organization_deleted,
      },
    },
  ],
  gains: [{ of: 'organization', label: m.organizations_gain_members, order: 40 }],
})
