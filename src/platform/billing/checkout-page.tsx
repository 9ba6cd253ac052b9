import { useEffect, useRef } from 'react'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Notice } from '#/ui/notice.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { Spinner } from '#/ui/spinner.tsx'
import type { BillingActions } from './billing-actions.ts'
import { planName } from './plan-names.ts'
import type { Interval, PaidPlan } from './plans.ts'
import { offerText } from './standing-texts.ts'
import { useLeave } from './use-leave.ts'

interface CheckoutPageProps {
  plan: PaidPlan
  interval: Interval
  /** Null when the plan costs from the first day. */
  trialDays: number | null
  actions: BillingActions
  /** The slug of the organisation that pays. */
  orgSlug?: string
}

/** On the way to the payment page: a link leads here, and the page leads on by itself. */
export function CheckoutPage(props: CheckoutPageProps) {
  const { plan, interval, trialDays, actions, orgSlug } = props
  const { leave, leaving, problem } = useLeave()
  const began = useRef(false)
  // The payment page takes this page's place in the history: "Back" would only open it again.
  const open = () => leave('checkout', () => actions.checkout(interval), { replace: true })

  useEffect(() => {
    if (began.current) return
    began.current = true
    void open()
  })

  const search = { interval }
  return (
    <div className="max-w-reading">
      <PageHeader
        title={m.billing_checkout_title({ plan: planName(plan) })}
        description={offerText(plan, interval, trialDays)}
      />
      <div className="space-y-6">
        {problem ? (
          <Notice
            tone="danger"
            role="alert"
            action={
              <Button size="sm" busy={leaving !== undefined} onClick={() => void open()}>
                {m.billing_checkout_again()}
              </Button>
            }
          >
            {problem.sentence}
          </Notice>
        ) : (
          <Notice role="status" action={<Spinner />}>
            {m.billing_checkout_text()}
          </Notice>
        )}
        <p>
          {orgSlug === undefined ? (
            <ButtonLink to="/billing" search={search}>
              {m.billing_checkout_back()}
            </ButtonLink>
          ) : (
            <ButtonLink to="/o/$orgSlug/billing" params={{ orgSlug }} search={search}>
              {m.billing_checkout_back()}
            </ButtonLink>
          )}
        </p>
      </div>
    </div>
  )
}
