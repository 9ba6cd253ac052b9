import { StripeError } from '../api/stripe-error.ts'
import { refuseUnlessCancelable, refuseUnlessUpdatable } from '../api/portal-sessions.ts'
import { attachCard } from '../billing/cards.ts'
import { updateSubscription } from '../billing/update-subscription.ts'
import { saveAndEmit } from '../account.ts'
import type { PortalFlow, PortalSession, Subscription } from '../wire-objects.ts'
import { enteredCard, isCardChoice, presetCard } from './card-fields.tsx'
import { explainingPage, redirectTo } from './hosted-page.tsx'
import type { PageCall } from './page-call.ts'
import { portalHome } from './portal-home.tsx'
import { cancelStep, cardStep, changeStep, confirmStep } from './portal-steps.tsx'

const sessionSeconds = 3_600

/** `/p/:id` and the steps below it, each a page of its own that a post completes. */
export function portalPage(call: PageCall, id: string, steps: string[]): Response {
  const { account, shopName } = call
  const session = account.store.find('billing_portal.session', id)
  if (!session) {
    return explainingPage('Page not found', 'There is no billing page at this address.', {
      status: 404,
    })
  }
  if (session.created + sessionSeconds < account.now()) {
    return explainingPage(
      'This link has expired',
      'Billing links work for one hour. Go back and open it again.',
      { back: backTo(session, shopName) },
    )
  }
  const [step = '', subscriptionId] = steps
  if (step === '') {
    const first = session.flow && firstStep(session.flow)
    return first ? redirectTo(`/p/${id}/${first}`) : portalHome(call, session)
  }
  if (step === 'home') return portalHome(call, session)
  if (step === 'card') return changeCard(call, session)
  const subscription = account.store.find('subscription', subscriptionId ?? '')
  if (!subscription || subscription.customer !== session.customer) {
    throw new StripeError(404, 'Subscription not found.')
  }
  if (step === 'cancel') return cancel(call, session, subscription)
  if (step === 'keep') return keep(call, session, subscription)
  if (step === 'change') {
    refuseUnlessUpdatable(subscription)
    return changeStep(call, session, subscription)
  }
  if (step === 'confirm') return confirmChange(call, session, subscription)
  throw new StripeError(404, 'Page not found.')
}

function firstStep(flow: PortalFlow): string {
  if (flow.subscription_cancel) return `cancel/${flow.subscription_cancel.subscription}`
  if (flow.subscription_update) return `change/${flow.subscription_update.subscription}`
  const confirm = flow.subscription_update_confirm
  if (!confirm) return 'card'
  const [change] = confirm.items
  const query = change
    ? new URLSearchParams({ price: change.price, quantity: String(change.quantity) })
    : ''
  return `confirm/${confirm.subscription}?${query}`
}

function cancel(call: PageCall, session: PortalSession, subscription: Subscription): Response {
  const { account, form } = call
  // A reload after the cancellation: there is nothing left to confirm.
  if (subscription.cancel_at || subscription.ended_at) return redirectTo(`/p/${session.id}/home`)
  if (!form) return cancelStep(call, session, subscription)
  account.store.atomically(() => {
    refuseUnlessCancelable(subscription)
    updateSubscription(account, subscription, {
      cancelAtPeriodEnd: true,
      cancellationDetails: { feedback: form.get('feedback') || null },
    })
  })
  return completed(call, session, 'subscription_cancel', 'Your plan is cancelled.')
}

function keep(call: PageCall, session: PortalSession, subscription: Subscription): Response {
  if (call.form && subscription.cancel_at && !subscription.ended_at) {
    call.account.store.atomically(() =>
      updateSubscription(call.account, subscription, { cancelAt: null }),
    )
  }
  return redirectTo(`/p/${session.id}/home`)
}

function confirmChange(
  call: PageCall,
  session: PortalSession,
  subscription: Subscription,
): Response {
  const { account, form, query } = call
  const [item] = subscription.items.data
  const fields = form ?? query
  const price = account.store.get('price', fields.get('price') ?? '')
  const quantity = Number(fields.get('quantity') ?? item?.quantity ?? 1)
  if (!item || !Number.isSafeInteger(quantity) || quantity < 1 || quantity > 999_999) {
    throw new StripeError(400, 'That quantity is not possible.')
  }
  // A reload after the change: there is nothing left to confirm.
  if (item.price.id === price.id && item.quantity === quantity) {
    return redirectTo(`/p/${session.id}/home`)
  }
  refuseUnlessUpdatable(subscription)
  const change = { id: item.id, price: price.id, quantity }
  if (!form) return confirmStep(call, session, subscription, change)
  try {
    account.store.atomically(() =>
      updateSubscription(account, subscription, {
        items: [change],
        prorationBehavior: 'always_invoice',
        refuseIfUnpaid: true,
      }),
    )
  } catch (error) {
    if (!(error instanceof StripeError)) throw error
    return confirmStep(call, session, subscription, change, error.message)
  }
  return completed(call, session, 'subscription_update', 'Your plan has been changed.')
}

function changeCard(call: PageCall, session: PortalSession): Response {
  const { account, form, query } = call
  const customer = account.store.get('customer', session.customer)
  if (!form) {
    const wanted = query.get('card')
    const preset = presetCard(isCardChoice(wanted) ? wanted : 'works', customer.name)
    return cardStep(call, session, preset)
  }
  const card = enteredCard(form)
  try {
    account.store.atomically(() => {
      const method = attachCard(account, customer.id, card, customer.email)
      const changed = { ...customer, invoice_settings: { default_payment_method: method.id } }
      saveAndEmit(account, 'customer.updated', changed, customer)
      for (const subscription of account.store.list('subscription', { customer: customer.id })) {
        if (subscription.ended_at) continue
        updateSubscription(account, subscription, { defaultPaymentMethod: method.id })
      }
    })
  } catch (error) {
    if (!(error instanceof StripeError)) throw error
    return cardStep(call, session, card, error.message)
  }
  return completed(call, session, 'payment_method_update', 'Your card has been changed.')
}

/** A completed step leads to the page that its flow asked for, otherwise to the portal's first page. */
function completed(
  { shopName }: PageCall,
  session: PortalSession,
  step: 'subscription_cancel' | 'subscription_update' | 'payment_method_update',
  confirmation: string,
): Response {
  const { flow } = session
  const ofFlow = flow?.type.startsWith(step) ? flow.after_completion : undefined
  if (ofFlow?.type === 'redirect') return redirectTo(ofFlow.redirect.return_url)
  if (ofFlow?.type === 'hosted_confirmation') {
    return explainingPage(confirmation, ofFlow.hosted_confirmation.custom_message ?? '', {
      back: backTo(session, shopName),
    })
  }
  return redirectTo(`/p/${session.id}/home`)
}

function backTo({ return_url: to }: PortalSession, shopName: string | undefined) {
  return to ? { to, shopName } : undefined
}
