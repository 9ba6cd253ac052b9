import { whyNotUpdatable } from '../api/portal-sessions.ts'
import { formatAmount, formatDate } from '../billing/amounts.ts'
import { cardName } from '../billing/cards.ts'
import { nextPeriodEnd, payingCard } from '../billing/invoices.ts'
import { planName, planPrice } from '../console-view.ts'
import type { Invoice, PaymentMethod, PortalSession, Subscription } from '../wire-objects.ts'
import { BackLink, hostedPage, NoRealMoney } from './hosted-page.tsx'
import { InvoiceStatus } from './invoice-page.tsx'
import type { PageCall } from './page-call.ts'

/** The portal's first page: plan, card, invoices. */
export function portalHome({ account, shopName }: PageCall, session: PortalSession): Response {
  const customer = account.store.get('customer', session.customer)
  const subscriptions = account.store.list('subscription', { customer: customer.id })
  const running = subscriptions.filter((subscription) => !subscription.ended_at)
  const [current] = running
  const preset = customer.invoice_settings.default_payment_method
  const card = current
    ? payingCard(account, current)
    : preset
      ? account.store.find('payment_method', preset)
      : undefined
  const invoices = account.store.list('invoice', { customer: customer.id })
  return hostedPage({
    title: 'Billing',
    children: (
      <>
        <div className="stack-tight">
          <BackLink to={session.return_url} shopName={shopName} />
          <h1>Billing</h1>
          <p className="muted">{[customer.name, customer.email].filter(Boolean).join(', ')}</p>
        </div>
        <section className="stack" aria-labelledby="plan">
          <h2 id="plan" className="section-head">
            Current plan
          </h2>
          {running.length === 0 ? <NoPlan last={subscriptions[0]} /> : null}
          {running.map((subscription) => (
            <Plan
              key={subscription.id}
              session={session}
              subscription={subscription}
              name={planName(account, subscription)}
              unpaid={invoices.find(
                ({ id, status }) => status === 'open' && id === subscription.latest_invoice,
              )}
            />
          ))}
        </section>
        <section className="stack" aria-labelledby="card">
          <h2 id="card" className="section-head">
            Card
          </h2>
          <Card session={session} card={card} />
        </section>
        <section className="stack" aria-labelledby="invoices">
          <h2 id="invoices" className="section-head">
            Invoices
          </h2>
          {invoices.length === 0 ? <p className="muted">No invoices yet.</p> : null}
          {invoices.length > 0 ? (
            <div className="table-scroll">
              <table className="table">
                <thead>
                  <tr>
                    <th>Date</th>
                    <th>Status</th>
                    <th className="number">Amount</th>
                    <th className="number">Invoice</th>
                  </tr>
                </thead>
                <tbody>
                  {invoices.slice(0, 100).map((invoice) => (
                    <tr key={invoice.id}>
                      <td>{formatDate(invoice.created, 'medium')}</td>
                      <td>
                        <InvoiceStatus status={invoice.status} />
                      </td>
                      <td className="number">
                        {formatAmount(invoice.amount_due, invoice.currency)}
                      </td>
                      <td className="number">
                        <a href={`/i/${invoice.id}`}>{invoice.number}</a>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : null}
        </section>
        <NoRealMoney />
      </>
    ),
  })
}

function NoPlan({ last }: { last: Subscription | undefined }) {
  return (
    <p className="muted">
      {last?.ended_at
        ? `Your subscription ended on ${formatDate(last.ended_at)}.`
        : 'You don’t have a subscription.'}
    </p>
  )
}

interface PlanProps {
  session: PortalSession
  subscription: Subscription
  name: string
  unpaid: Invoice | undefined
}

function Plan({ session, subscription, name, unpaid }: PlanProps) {
  const path = (step: string) => `/p/${session.id}/${step}/${subscription.id}`
  return (
    <article className="card stack">
      <div className="stack-tight">
        <div className="row row-apart">
          <h3>{name}</h3>
          <PlanStatus subscription={subscription} />
        </div>
        <p className="amount">{planPrice(subscription)}</p>
        <p className="muted">{whatHappensNext(subscription)}</p>
      </div>
      {unpaid ? (
        <p className="notice notice-danger">
          The last payment did not go through. <a href={`/i/${unpaid.id}`}>Pay the invoice</a> to
          keep your plan.
        </p>
      ) : null}
      <div className="row">
        {!whyNotUpdatable(subscription) && !subscription.cancel_at ? (
          <a className="button" href={path('change')}>
            Change plan
          </a>
        ) : null}
        {subscription.cancel_at ? (
          <form method="post" action={path('keep')}>
            <button className="button button-primary">Keep the plan</button>
          </form>
        ) : (
          <a className="button" href={path('cancel')}>
            Cancel plan
          </a>
        )}
      </div>
    </article>
  )
}

function PlanStatus({ subscription: { status, cancel_at } }: { subscription: Subscription }) {
  if (cancel_at) return <span className="badge badge-accent">Ends soon</span>
  if (status === 'trialing') return <span className="badge badge-primary">Trial</span>
  if (status === 'active') return <span className="badge badge-success">Active</span>
  return <span className="badge badge-danger">Payment due</span>
}

function whatHappensNext(subscription: Subscription): string {
  const end = nextPeriodEnd(subscription)
  if (subscription.cancel_at) return `Ends on ${formatDate(subscription.cancel_at)}.`
  if (subscription.status === 'trialing') {
    return `Free until ${formatDate(end)}, then ${planPrice(subscription)}.`
  }
  return subscription.status === 'active'
    ? `Next payment on ${formatDate(end)}.`
    : 'The payment for this period is due.'
}

function Card({ session, card }: { session: PortalSession; card: PaymentMethod | undefined }) {
  const { exp_month: month = 0, exp_year: year = 0 } = card?.card ?? {}
  return (
    <div className="row row-apart">
      {card ? (
        <p>
          {cardName(card)}{' '}
          <span className="muted">
            expires {String(month).padStart(2, '0')}/{year}
          </span>
        </p>
      ) : (
        <p className="muted">No card on file.</p>
      )}
      <a className="button" href={`/p/${session.id}/card`}>
        {card ? 'Change card' : 'Add a card'}
      </a>
    </div>
  )
}
