import LayoutList from 'lucide-react/icons/layout-list'
import { defineFeature } from '#/define-feature.ts'
import { m } from '#/i18n/messages.ts'

export const gardenPlots = defineFeature({
  // <organization>
  navigation: {
    organization: [
      {
        to: '/o/$orgSlug/garden-plots',
        icon: LayoutList,
        label: m.garden_plots_title,
        order: 25,
      },
    ],
  },
  audit: [
    {
      name: 'garden-plots',
      label: m.garden_plots_title,
      inOrganization: true,
      actions: {
        'garden_plot.created': m.garden_plots_audit_created,
        'garden_plot.changed': m.garden_plots_audit_changed,
        'garden_plot.deleted': m.garden_plots_audit_deleted,
      },
      // Another name is worth a line of its own.
      saysAlready: (action) => action !== 'garden_plot.changed',
    },
  ],
  organizationNumbers: [{ name: 'garden_plots', text: m.garden_plots_count, isLost: true }],
  // <person>
  navigation: {
    personal: [{ to: '/garden-plots', icon: LayoutList, label: m.garden_plots_title, order: 60 }],
  },
  // <end>
})
