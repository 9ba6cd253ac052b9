import type { LocalStripe } from '../stripe/start-local-stripe.ts'
import { Empty, LiveCard } from './console-layout.tsx'
import { plural, Time } from './format.tsx'
import {
  AdvanceButton,
  attemptText,
  DeliveryBadge,
  payers,
  PayerName,
  periodText,
  SendAgainButton,
  StatusBadge,
} from './payment-rows.tsx'

const shown = 6

export function PaymentsCard({ stripe }: { stripe: LocalStripe }) {
  const rows = payers(stripe)
  return (
    <LiveCard
      name="payments"
      title="Payments"
      note={rows.length > 0 ? plural(stripe.customers().length, 'customer') : stripe.url}
      more={{ href: '/payments', name: 'Customers' }}
    >
      {rows.length === 0 ? (
        <Empty>
          No customers yet. Choose a plan on the app’s pricing page and pay with a test card.
        </Empty>
      ) : (
        <ul className="lines">
          {rows.slice(0, shown).map((payer) => (
            <li key={payer.subscription?.id ?? payer.id} className="line line-acts">
              <span className="line-main truncate">
                <PayerName payer={payer} />
              </span>
              <span className="line-sub truncate muted">
                {payer.subscription
                  ? `${payer.subscription.plan} · ${periodText(payer.subscription)}`
                  : 'No subscription'}
              </span>
              {payer.subscription ? (
                <>
                  <span className="line-side">
                    <StatusBadge status={payer.subscription.status} />
                  </span>
                  <span className="line-action">
                    <AdvanceButton subscription={payer.subscription} from="/" />
                  </span>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </LiveCard>
  )
}

export function DeliveriesCard({ stripe }: { stripe: LocalStripe }) {
  const deliveries = stripe.deliveries({ limit: shown })
  return (
    <LiveCard
      name="deliveries"
      title="Webhooks"
      more={{ href: '/payments#webhooks', name: 'Deliveries' }}
    >
      {deliveries.length === 0 ? (
        <Empty>No webhooks yet. Every change to a customer or subscription sends one.</Empty>
      ) : (
        <ul className="lines">
          {deliveries.map((delivery) => (
            <li key={delivery.id} className="line line-acts">
              <a className="line-main truncate mono" href={`/payments/events/${delivery.eventId}`}>
                {delivery.type}
              </a>
              <span className="line-sub truncate muted">
                <Time at={delivery.createdAt} /> · {attemptText(delivery)}
              </span>
              <span className="line-side">
                <DeliveryBadge delivery={delivery} />
              </span>
              <span className="line-action">
                <SendAgainButton delivery={delivery} from="/" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </LiveCard>
  )
}
