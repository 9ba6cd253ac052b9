import type { Account } from '../account.ts'
import { formatAmount, formatDate, formatInterval, priceAmount } from '../billing/amounts.ts'
import type { EnteredCard } from '../billing/cards.ts'
import { previewChange } from '../billing/change-items.ts'
import { isRecurring } from '../billing/create-subscription.ts'
import { planName, planPrice } from '../console-view.ts'
import type {
  PortalItemChange,
  PortalSession,
  RecurringPrice,
  Subscription,
} from '../wire-objects.ts'
import { CardFields } from './card-fields.tsx'
import { BackLink, hostedPage, NoRealMoney, Problem } from './hosted-page.tsx'
import type { PageCall } from './page-call.ts'

const feedback = {
  too_expensive: 'It’s too expensive',
  missing_features: 'Something is missing',
  switched_service: 'I use something else',
  unused: 'I don’t use it enough',
  other: 'Another reason',
}

export function cancelStep(
  { account, shopName }: PageCall,
  session: PortalSession,
  subscription: Subscription,
): Response {
  const name = planName(account, subscription)
  const end = formatDate(
    Math.max(...subscription.items.data.map((item) => item.current_period_end)),
  )
  const isTrial = subscription.status === 'trialing'
  return hostedPage({
    title: `Cancel ${name}`,
    leadsTo: leadsTo(session),
    children: (
      <>
        <StepBack session={session} shopName={shopName} />
        <div className="stack-tight">
          <h1>Cancel {name}?</h1>
          <p className="muted">
            {isTrial
              ? `You can use it until your trial ends on ${end}. You will not be charged.`
              : `You can use it until ${end}. After that it ends and you won’t be charged again.`}
          </p>
        </div>
        <form className="stack" method="post" action={`/p/${session.id}/cancel/${subscription.id}`}>
          <label className="field">
            <span>Why are you cancelling? (optional)</span>
            <select name="feedback" defaultValue="">
              <option value="">Prefer not to say</option>
              {Object.entries(feedback).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <div className="row">
            <button className="button button-danger">Cancel plan</button>
            <a className="button button-quiet" href={backAddress(session)}>
              Keep the plan
            </a>
          </div>
        </form>
        <NoRealMoney />
      </>
    ),
  })
}

export function changeStep(
  { account, shopName }: PageCall,
  session: PortalSession,
  subscription: Subscription,
): Response {
  const [item] = subscription.items.data
  const offers = offeredPrices(account, subscription)
  const firstOther = offers.find(({ price }) => price.id !== item?.price.id)
  return hostedPage({
    title: 'Change plan',
    children: (
      <>
        <StepBack session={session} shopName={shopName} />
        <div className="stack-tight">
          <h1>Change plan</h1>
          <p className="muted">
            You’re on {planName(account, subscription)} for {planPrice(subscription)}.
          </p>
        </div>
        {firstOther ? (
          <form
            className="stack"
            method="get"
            action={`/p/${session.id}/confirm/${subscription.id}`}
          >
            <fieldset className="card-fields">
              <legend className="visually-hidden">Plan</legend>
              {offers.map(({ price, product }) => (
                <label className="choice" key={price.id}>
                  <input
                    type="radio"
                    name="price"
                    value={price.id}
                    defaultChecked={price === firstOther.price}
                    disabled={price.id === item?.price.id}
                  />
                  <span className="grow">
                    <span className="strong">{product.name}</span>
                    {price.id === item?.price.id ? (
                      <span className="muted"> (your plan)</span>
                    ) : null}
                    {product.description ? (
                      <>
                        <br />
                        <span className="small muted">{product.description}</span>
                      </>
                    ) : null}
                  </span>
                  <span className="number">
                    {formatAmount(priceAmount(price, 1), price.currency)}
                    <br />
                    <span className="small muted">{formatInterval(price.recurring)}</span>
                  </span>
                </label>
              ))}
            </fieldset>
            <input type="hidden" name="quantity" value={item?.quantity ?? 1} />
            <div className="row">
              <button className="button button-primary">Continue</button>
            </div>
          </form>
        ) : (
          <p className="muted">There is no other plan to switch to.</p>
        )}
        <NoRealMoney />
      </>
    ),
  })
}

export function confirmStep(
  { account, shopName }: PageCall,
  session: PortalSession,
  subscription: Subscription,
  change: PortalItemChange,
  problem?: string,
): Response {
  const preview = previewChange(account, subscription, [change])
  const price = account.store.get('price', change.price)
  const product = account.store.get('product', price.product)
  const money = (amount: number) => formatAmount(amount, subscription.currency)
  const interval = price.recurring ? formatInterval(price.recurring) : ''
  const quantity = change.quantity === 1 ? '' : ` × ${change.quantity}`
  return hostedPage({
    title: `Change to ${product.name}`,
    status: problem ? 402 : 200,
    leadsTo: leadsTo(session),
    children: (
      <>
        <StepBack session={session} shopName={shopName} />
        <div className="stack-tight">
          <h1>Change to {product.name}</h1>
          <p className="muted">
            From {planName(account, subscription)} for {planPrice(subscription)}.
          </p>
        </div>
        <Problem message={problem} />
        <ul className="bought">
          <li>
            <span>
              <span className="strong">{product.name}</span>
              {quantity}
            </span>
            <span>
              {money(preview.nextAmount)} {interval}
            </span>
          </li>
          {preview.lines.map((line) => (
            <li key={line.id}>
              <span className="muted">{line.description}</span>
              <span>{money(line.amount)}</span>
            </li>
          ))}
          <li className="total">
            <span>Due today</span>
            <span>{money(preview.dueNow)}</span>
          </li>
        </ul>
        <p className="muted">
          {subscription.status === 'trialing'
            ? `Your trial continues until ${formatDate(preview.nextAt)}; the first payment is then ${money(preview.nextAmount)}.`
            : `The next payment is ${money(preview.nextAmount)} on ${formatDate(preview.nextAt)}.`}
        </p>
        <form className="row" method="post" action={`/p/${session.id}/confirm/${subscription.id}`}>
          <input type="hidden" name="price" value={change.price} />
          <input type="hidden" name="quantity" value={change.quantity} />
          <button className="button button-primary">
            {preview.dueNow > 0 ? `Pay ${money(preview.dueNow)} and change` : 'Change plan'}
          </button>
          <a className="button button-quiet" href={backAddress(session)}>
            Keep the plan
          </a>
        </form>
        <NoRealMoney />
      </>
    ),
  })
}

export function cardStep(
  { shopName }: PageCall,
  session: PortalSession,
  card: EnteredCard,
  problem?: string,
): Response {
  const path = `/p/${session.id}/card`
  return hostedPage({
    title: 'Change card',
    status: problem ? 402 : 200,
    leadsTo: leadsTo(session),
    children: (
      <>
        <StepBack session={session} shopName={shopName} />
        <h1>Card for future payments</h1>
        <form className="card stack" method="post" action={path}>
          <Problem message={problem} />
          <CardFields card={card} path={path} wrong={problem !== undefined} />
          <button className="button button-primary button-block">Save card</button>
        </form>
        <NoRealMoney />
      </>
    ),
  })
}

interface Offer {
  price: RecurringPrice
  product: { name: string; description: string | null }
}

/**
 * Active prices of active products in the subscription's currency, cheapest first.
 * A product whose metadata says `audience` is offered to that audience alone, as
 * the real portal's configuration lists the products of each kind of customer.
 */
function offeredPrices(account: Account, subscription: Subscription): Offer[] {
  const [item] = subscription.items.data
  const audience = item && account.store.get('product', item.price.product).metadata.audience
  return account.store
    .list('price', { active: true, currency: subscription.currency })
    .filter(isRecurring)
    .flatMap((price) => {
      const product = account.store.get('product', price.product)
      return product.active && product.metadata.audience === audience ? [{ price, product }] : []
    })
    .toSorted((a, b) => priceAmount(a.price, 1) - priceAmount(b.price, 1))
}

function StepBack({ session, shopName }: { session: PortalSession; shopName: string | undefined }) {
  if (session.flow) return <BackLink to={session.return_url} shopName={shopName} />
  return (
    <p>
      <a className="back" href={`/p/${session.id}/home`}>
        ← Back to billing
      </a>
    </p>
  )
}

function backAddress(session: PortalSession): string {
  return (session.flow && session.return_url) || `/p/${session.id}/home`
}

function leadsTo({ flow, return_url }: PortalSession): (string | null)[] {
  const after = flow?.after_completion
  return [return_url, after?.type === 'redirect' ? after.redirect.return_url : null]
}
