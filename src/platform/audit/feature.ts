import ScrollText from 'lucide-react/icons/scroll-text'
import { defineFeature } from '#/define-feature.ts'
import { m } from '#/i18n/messages.ts'

export const audit = defineFeature({
  navigation: {
    organization: [
      {
        to: '/o/$orgSlug/audit',
        icon: ScrollText,
        label: m.navigation_app_audit,
        order: 50,
        forManagers: true,
      },
    ],
    admin: [{ to: '/admin/audit', icon: ScrollText, label: m.navigation_app_audit, order: 40 }],
  },
  audit: [
    {
      name: 'trail',
      label: m.audit_group_trail,
      inOrganization: true,
      actions: {
        'audit.chain_started': m.audit_audit_chain_started,
        'audit.exported': m.audit_audit_exported,
      },
    },
  ],
})
