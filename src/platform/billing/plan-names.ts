import { m } from '#/i18n/messages.ts'
import { type Plan, plans } from './plans.ts'

const names = {
  free: m.billing_plan_free,
  pro: m.billing_plan_pro,
  starter: m.billing_plan_starter,
  team: m.billing_plan_team,
}
export const planName = (plan: Plan) => names[plan]()

export const isPlan = (name: string): name is Plan => name in plans
