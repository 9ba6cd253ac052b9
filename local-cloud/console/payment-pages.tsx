import { ConsoleTable } from './console-table.tsx'
import type { InvoiceView } from '../stripe/console-view.ts'
import type { LocalStripe } from '../stripe/start-local-stripe.ts'
import type { Delivery } from '../stripe/webhooks/webhook-log.ts'
import { consolePage, notFound, PageHead } from './console-layout.tsx'
import { count, dayOf, duration, exactTime, Time } from './format.tsx'
import {
  AdvanceButton,
  attemptText,
  DeliveryBadge,
  type Payer,
  payers,
  PayerName,
  periodText,
  SendAgainButton,
  StatusBadge,
} from './payment-rows.tsx'

const shown = 100

export function paymentsPage(stripe: LocalStripe): Response {
  const invoices = stripe.invoices().slice(0, shown)
  return consolePage({
    title: 'Payments',
    section: '/payments',
    children: (
      <div className="stack-loose">
        <PageHead title="Payments" />
        <section className="stack" data-live="customers">
          <h2>Customers and subscriptions</h2>
          <PayersTable rows={payers(stripe).slice(0, shown)} />
        </section>
        {invoices.length > 0 ? (
          <section className="stack" data-live="invoices">
            <h2>Invoices</h2>
            <InvoicesTable invoices={invoices} />
          </section>
        ) : null}
        <section className="stack" data-live="webhooks" id="webhooks">
          <h2>Webhook deliveries</h2>
          <DeliveriesTable deliveries={stripe.deliveries({ limit: shown })} />
        </section>
      </div>
    ),
  })
}

function PayersTable({ rows }: { rows: Payer[] }) {
  return (
    <ConsoleTable
      columns={['Customer', 'Plan', 'Status', '>Price', 'Period', 'Card', 'Action']}
      empty="No customers yet. Sign in to the app, choose a plan on its pricing page, and pay with a test card."
    >
      {rows.map((payer) => (
        <PayerRow key={payer.subscription?.id ?? payer.id} payer={payer} />
      ))}
    </ConsoleTable>
  )
}

function PayerRow({ payer }: { payer: Payer }) {
  const { subscription } = payer
  const name = (
    <td className="truncate cell-grow at-main">
      <PayerName payer={payer} />
    </td>
  )
  if (!subscription) {
    return (
      <tr>
        {name}
        <td className="muted at-sub" colSpan={6}>
          No subscription
        </td>
      </tr>
    )
  }
  return (
    <tr>
      {name}
      <td className="cell-tight">{subscription.plan}</td>
      <td className="cell-tight at-side">
        <StatusBadge status={subscription.status} />
      </td>
      <td className="number cell-tight">{subscription.price}</td>
      <td className="muted cell-tight at-sub">{periodText(subscription)}</td>
      <td className="muted cell-tight">{subscription.card ?? 'None'}</td>
      <td className="number cell-tight at-action">
        <AdvanceButton subscription={subscription} from="/payments" />
      </td>
    </tr>
  )
}

function InvoicesTable({ invoices }: { invoices: InvoiceView[] }) {
  return (
    <ConsoleTable columns={['Number', 'Customer', 'Status', '>Amount', '>Made']}>
      {invoices.map(({ id, number, customer, amount, status, createdAt, url }) => (
        <tr key={id}>
          <td className="mono cell-tight at-main">
            {url ? (
              <a href={url} target="_blank" rel="noreferrer">
                {number ?? id}
              </a>
            ) : (
              (number ?? id)
            )}
          </td>
          <td className="truncate cell-grow at-sub">
            <PayerName payer={customer} />
          </td>
          <td className="cell-tight at-side">
            <StatusBadge status={status} />
          </td>
          <td className="number cell-tight at-action">{amount}</td>
          <td className="number muted cell-tight" title={exactTime(createdAt)}>
            {dayOf(createdAt)}
          </td>
        </tr>
      ))}
    </ConsoleTable>
  )
}

function DeliveriesTable({ deliveries }: { deliveries: Delivery[] }) {
  return (
    <ConsoleTable
      columns={['Event', 'State', 'Last answer', '>Attempts', '>Made', 'Action']}
      empty="No webhooks yet. Every change to a customer or subscription sends one."
    >
      {deliveries.map((delivery) => (
        <tr key={delivery.id}>
          <td className="truncate mono cell-tight at-main">
            <a href={`/payments/events/${delivery.eventId}`}>{delivery.type}</a>
          </td>
          <td className="cell-tight at-side">
            <DeliveryBadge delivery={delivery} />
          </td>
          <td className="truncate muted cell-grow at-sub">{attemptText(delivery)}</td>
          <td className="number cell-tight">{count(delivery.attempts.length)}</td>
          <td className="number muted cell-tight">
            <Time at={delivery.createdAt} />
          </td>
          <td className="number cell-tight at-action">
            <SendAgainButton delivery={delivery} from="/payments#webhooks" />
          </td>
        </tr>
      ))}
    </ConsoleTable>
  )
}

/** An event: each attempt to deliver it with the app's answer, and its payload. */
export function eventPage(stripe: LocalStripe, eventId: string): Response {
  const payload = stripe.payload(eventId)
  const delivery = stripe.deliveries({ limit: 1000 }).find((each) => each.eventId === eventId)
  if (!payload || !delivery) return notFound('/payments', 'This event is no longer kept.')
  return consolePage({
    title: delivery.type,
    section: '/payments',
    children: (
      <div className="stack">
        <PageHead title={delivery.type} back={{ href: '/payments#webhooks', name: 'Payments' }}>
          <SendAgainButton delivery={delivery} from={`/payments/events/${eventId}`} />
        </PageHead>
        <section className="stack" data-live="attempts">
          <p className="row">
            <DeliveryBadge delivery={delivery} />
            <span className="muted">{attemptText(delivery)}</span>
          </p>
          <Attempts delivery={delivery} />
        </section>
        <section className="stack-tight">
          <h2>Payload</h2>
          <pre className="card sheet">{payload}</pre>
        </section>
      </div>
    ),
  })
}

function Attempts({ delivery: { attempts } }: { delivery: Delivery }) {
  return (
    <ConsoleTable columns={['Attempt', '>Status', 'The app’s answer', '>Took']}>
      {attempts.toReversed().map(({ at, status, excerpt, durationMs }) => (
        <tr key={at}>
          <td className="cell-tight at-main">{exactTime(at)}</td>
          <td className="number cell-tight at-side">{status ?? 'None'}</td>
          <td className="truncate mono cell-grow at-sub" title={excerpt}>
            {excerpt}
          </td>
          <td className="number cell-tight at-action">{duration(durationMs)}</td>
        </tr>
      ))}
    </ConsoleTable>
  )
}
