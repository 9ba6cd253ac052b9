import CreditCard from 'lucide-react/icons/credit-card'
import { defineFeature } from '#/define-feature.ts'
import { m } from '#/i18n/messages.ts'
import { isPlan, planName } from './plan-names.ts'

const statuses: Record<string, () => string> = {
  active: m.billing_admin_status_active,
  trialing: m.billing_admin_status_trialing,
  past_due: m.billing_status_past_due,
  unpaid: m.billing_status_unpaid,
  canceled: m.billing_status_canceled,
  incomplete_expired: m.billing_status_canceled,
}
const intervals: Record<string, () => string> = {
  month: m.billing_value_month,
  year: m.billing_value_year,
}

export const billing = defineFeature({
  navigation: {
    organization: [
      {
        to: '/o/$orgSlug/billing',
        icon: CreditCard,
        label: m.navigation_app_billing,
        order: 40,
        forManagers: true,
      },
    ],
    admin: [
      {
        to: '/admin/subscriptions',
        icon: CreditCard,
        label: m.billing_nav_subscriptions,
        order: 30,
      },
    ],
  },
  audit: [
    {
      name: 'billing',
      label: m.billing_group_billing,
      inOrganization: true,
      actions: {
        'subscription.started': (said) =>
          said.after?.status === 'trialing'
            ? m.billing_subscription_trial_started(said)
            : m.billing_subscription_started(said),
        'subscription.changed': m.billing_subscription_changed,
        'subscription.cancelled': m.billing_subscription_cancelled,
        'subscription.restored': m.billing_subscription_restored,
        'subscription.ended': m.billing_subscription_ended,
      },
      // It begins as an unpaid checkout, and nobody has cancelled it yet.
      beginnings: ['subscription.started'],
      saysAlready: (action, field) =>
        action === 'subscription.started' && (field === 'status' || field === 'cancels'),
      value: (field, value) => {
        if (field === 'plan') return isPlan(value) ? planName(value) : undefined
        if (field === 'status') return statuses[value]?.()
        return field === 'interval' ? intervals[value]?.() : undefined
      },
    },
  ],
})
