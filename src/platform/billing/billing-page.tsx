import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { PageHeader } from '#/ui/page-header.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { AdditionalSubscriptions } from './additional-subscriptions.tsx'
import type { BillingActions } from './billing-actions.ts'
import type { BillingSearch } from './billing-search.ts'
import type { Standing } from './contract.ts'
import { CurrentPlan } from './current-plan.tsx'
import { LeaveProblem } from './leave-problem.tsx'
import { OverdueNotice } from './overdue-notice.tsx'
import type { PaidPlan } from './plans.ts'
import { ReturnNotice } from './return-notice.tsx'
import { UpgradePanel } from './upgrade-panel.tsx'
import { useLeave } from './use-leave.ts'

type BillingPageProps = {
  standing: Standing
  paidPlan: PaidPlan
  actions: BillingActions
  search: BillingSearch
  /** The name of the organisation; a person pays without it. */
  organization?: string
  /** What is used of the limits. */
  usage?: ReactNode
}

/** The plan of a person or an organisation, and everything that can be done about it. */
export function BillingPage(props: BillingPageProps) {
  const { standing, paidPlan, actions, search, organization, usage } = props
  const leaving = useLeave()
  return (
    <div className="max-w-reading">
      <PageHeader
        title={m.billing_title()}
        description={
          organization
            ? m.billing_description_organization({ name: organization })
            : m.billing_description()
        }
      />
      <div className="space-y-6">
        <ReturnNotice
          outcome={search.checkout}
          standing={standing}
          paidPlan={paidPlan}
          organization={organization}
        />
        <OverdueNotice
          standing={standing}
          paidPlan={paidPlan}
          busy={leaving.leaving === 'fix'}
          onFix={() => leaving.leave('fix', actions.portal)}
        />
        <LeaveProblem leaving={leaving} buttons={['fix']} />
        <CurrentPlan
          standing={standing}
          actions={actions}
          organization={organization}
          leaving={leaving}
        />
        <AdditionalSubscriptions standing={standing} paidPlan={paidPlan} actions={actions} />
        {/* A second payment is not offered while the first one waits for its confirmation. */}
        {standing.status === 'free' && search.checkout !== 'done' && (
          <UpgradePanel
            standing={standing}
            plan={paidPlan}
            chosen={search.interval}
            actions={actions}
            leaving={leaving}
          />
        )}
        {usage}
        <p>
          <TextLink to="/pricing">{m.billing_compare()}</TextLink>
        </p>
      </div>
    </div>
  )
}
