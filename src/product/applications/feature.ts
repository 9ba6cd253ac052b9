import Inbox from 'lucide-react/icons/inbox'
import Send from 'lucide-react/icons/send'
import { defineFeature } from '#/define-feature.ts'
import { m } from '#/i18n/messages.ts'
import { statuses } from './application-statuses.ts'
import { stageName } from './status-labels.ts'

export const applications = defineFeature({
  navigation: {
    personal: [
      { to: '/applications', icon: Send, label: m.applications_nav_applications, order: 40 },
    ],
    organization: [
      {
        to: '/o/$orgSlug/applications',
        icon: Inbox,
        label: m.applications_nav_organization_applications,
        order: 20,
        atHome: true,
      },
    ],
  },
  audit: [
    {
      name: 'applications',
      label: m.applications_group_applications,
      inOrganization: true,
      actions: {
        'application.moved': m.applications_application_moved,
        'application.withdrawn': m.applications_application_withdrawn,
        'application.deleted': m.applications_application_deleted,
        'application.cv_read': m.applications_application_cv_read,
      },
      gone: { application: m.applications_gone_candidate },
      value: (field, value) => {
        const stage = field === 'status' && statuses.find((known) => known === value)
        return stage ? stageName(stage) : undefined
      },
    },
  ],
  organizationNumbers: [
    { name: 'applications', text: m.applications_count_applications, isLost: true },
    { name: 'new_applications', text: m.applications_new_applications, atHome: 'waiting' },
  ],
  gains: [
    { of: 'person', label: m.applications_gain_apply, order: 30 },
    { of: 'organization', label: m.applications_gain_applications, order: 30 },
  ],
})
