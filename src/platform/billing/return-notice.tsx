import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { Notice } from '#/ui/notice.tsx'
import { Spinner } from '#/ui/spinner.tsx'
import type { Return } from './billing-search.ts'
import type { Standing } from './contract.ts'
import { planName } from './plan-names.ts'
import type { PaidPlan } from './plans.ts'

type ReturnNoticeProps = {
  outcome: Return | undefined
  standing: Standing
  paidPlan: PaidPlan
  organization?: string
}

/** What came of a visit to the payment page. */
export function ReturnNotice({ outcome, standing, paidPlan, organization }: ReturnNoticeProps) {
  const hasPlan = standing.plan === paidPlan
  if (outcome === 'left') {
    return (
      <Notice role="status" title={m.billing_left_title()}>
        {m.billing_left_text({ plan: planName(standing.plan) })}
      </Notice>
    )
  }
  if (outcome !== 'done') return null
  if (!hasPlan) return standing.status === 'free' ? <Waiting /> : null
  const plan = planName(paidPlan)
  return (
    <Notice
      tone="success"
      role="status"
      title={
        organization
          ? m.billing_done_title_organization({ name: organization, plan })
          : m.billing_done_title({ plan })
      }
    >
      {m.billing_done_text()}
    </Notice>
  )
}

const everyMs = 1_500
const times = 10

/** The payment page says it is paid, but Stripe has not confirmed it: asks for a while, then says so. */
function Waiting() {
  const router = useRouter()
  const [asked, setAsked] = useState(0)
  const isLate = asked >= times

  useEffect(() => {
    if (isLate) return
    const timer = setInterval(async () => {
      await router.invalidate()
      setAsked((count) => count + 1)
    }, everyMs)
    return () => clearInterval(timer)
  }, [isLate, router])

  if (!isLate) {
    return (
      <Notice role="status" title={m.billing_waiting_title()} action={<Spinner />}>
        {m.billing_waiting_text()}
      </Notice>
    )
  }
  return (
    <Notice
      tone="warning"
      role="status"
      title={m.billing_late_title()}
      action={
        <Button size="sm" onClick={() => setAsked(0)}>
          {m.billing_late_check()}
        </Button>
      }
    >
      {m.billing_late_text()}
    </Notice>
  )
}
