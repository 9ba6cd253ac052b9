import Building from 'lucide-react/icons/building-2'
import Users from 'lucide-react/icons/users'
import { defineFeature } from '#/define-feature.ts'
import { m } from '#/i18n/messages.ts'

export const admin = defineFeature({
  navigation: {
    admin: [
      { to: '/admin/users', icon: Users, label: m.admin_nav_users, order: 10 },
      {
        to: '/admin/organizations',
        icon: Building,
        label: m.admin_nav_organizations,
        order: 20,
      },
    ],
  },
  audit: [
    {
      name: 'administration',
      label: m.admin_group_administration,
      inOrganization: false,
      actions: {
        'user.role_changed': m.admin_user_role_changed,
        'user.suspended': m.admin_user_suspended,
        'user.restored': m.admin_user_restored,
        'impersonation.started': m.admin_impersonation_started,
        'impersonation.ended': m.admin_impersonation_ended,
      },
    },
  ],
})
