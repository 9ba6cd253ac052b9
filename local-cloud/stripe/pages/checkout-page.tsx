import type { Account } from '../account.ts'
import { StripeError } from '../api/stripe-error.ts'
import {
  formatAmount,
  formatDate,
  formatInterval,
  formatRates,
  priceAmount,
} from '../billing/amounts.ts'
import type { EnteredCard } from '../billing/cards.ts'
import { completeCheckout, trialEndOf } from '../billing/complete-checkout.ts'
import { firstAmount, recurringPrice } from '../billing/create-subscription.ts'
import type { CheckoutSession } from '../wire-objects.ts'
import { CardFields, enteredCard, isCardChoice, presetCard } from './card-fields.tsx'
import { BackLink, explainingPage, hostedPage, NoRealMoney, redirectTo } from './hosted-page.tsx'
import type { PageCall } from './page-call.ts'

/** `/c/:id`: shows an open session, and on a post pays it. */
export function checkoutPage(call: PageCall, id: string): Response {
  const { account, shopName, form, query } = call
  const session = account.store.find('checkout.session', id)
  if (!session) {
    return explainingPage('Checkout not found', 'There is no checkout at this address.', {
      status: 404,
    })
  }
  if (session.status !== 'open' || session.expires_at <= account.now()) {
    return closedPage(session, shopName)
  }
  const email = emailOf(account, session)
  if (!form) {
    const wanted = query.get('card')
    const preset = presetCard(isCardChoice(wanted) ? wanted : 'works', nameOf(account, session))
    return openPage(account, session, { card: preset, email, shopName })
  }
  const card = enteredCard(form)
  const givenEmail = email ?? form.get('email')
  try {
    if (!givenEmail) throw new StripeError(400, 'Your email address is incomplete.')
    const paid = account.store.atomically(() =>
      completeCheckout(account, session, card, givenEmail),
    )
    return redirectTo(paid.success_url.replaceAll('{CHECKOUT_SESSION_ID}', paid.id))
  } catch (error) {
    if (!(error instanceof StripeError)) throw error
    return openPage(account, session, { card, email, shopName, problem: error.message })
  }
}

interface OpenPage {
  card: EnteredCard
  email: string | null
  shopName: string | undefined
  problem?: string
}

function openPage(
  account: Account,
  session: CheckoutSession,
  { card, email, shopName, problem }: OpenPage,
): Response {
  const lines = session.local.lines.map((line) => {
    const price = recurringPrice(account, line.price)
    return { ...line, price, product: account.store.get('product', price.product) }
  })
  const [first] = lines
  if (!first) throw new StripeError(500, `The session ${session.id} has nothing to sell.`)
  const { currency } = session
  const total = firstAmount(account, session.local.lines)
  const rate = formatRates(lines)
  const trialEnd = trialEndOf(account, session)
  const title = `${trialEnd ? 'Try' : 'Subscribe to'} ${first.product.name}`
  return hostedPage({
    title: problem ? `${problem} ${title}` : title,
    status: problem ? 402 : 200,
    split: true,
    leadsTo: [session.success_url],
    children: (
      <>
        {problem ? (
          <div className="notice notice-danger" role="alert" id="problem">
            <p className="strong">{problem}</p>
            <p>
              Nothing was charged. Try another card
              {session.cancel_url ? (
                <>
                  , or <a href={session.cancel_url}>go back</a>
                </>
              ) : null}
              .
            </p>
          </div>
        ) : null}
        <section className="stack" aria-label="What you buy">
          <BackLink to={session.cancel_url} shopName={shopName} />
          <div className="stack-tight">
            <h1 className="muted">{title}</h1>
            <p className="amount">{trialEnd ? `Free until ${formatDate(trialEnd)}` : rate}</p>
            {trialEnd ? (
              <p className="muted">Then {rate}, until you cancel.</p>
            ) : (
              <p className="muted">Renews automatically until you cancel.</p>
            )}
          </div>
          <ul className="bought">
            {lines.map(({ price, product, quantity }) => (
              <li key={price.id}>
                <span>
                  <span className="strong">{product.name}</span>
                  {product.description ? (
                    <>
                      <br />
                      <span className="small muted">{product.description}</span>
                    </>
                  ) : null}
                  {quantity === 1 || price.unit_amount === null ? null : (
                    <>
                      <br />
                      <span className="small muted">
                        {quantity} × {formatAmount(price.unit_amount, currency)}
                      </span>
                    </>
                  )}
                </span>
                <span>
                  {formatAmount(priceAmount(price, quantity), currency)}
                  <br />
                  <span className="small muted">{formatInterval(price.recurring)}</span>
                </span>
              </li>
            ))}
            <li className="total">
              <span>Due today</span>
              <span>{formatAmount(trialEnd ? 0 : total, currency)}</span>
            </li>
          </ul>
        </section>

        <section className="stack" aria-label="Payment">
          <form className="card stack" method="post" action={`/c/${session.id}`}>
            <h2>Pay by card</h2>
            {email ? (
              <p className="stack-tight">
                <span className="small muted">Email address</span>
                <span>{email}</span>
              </p>
            ) : (
              <label className="field">
                <span>Email address</span>
                <input type="email" name="email" autoComplete="email" maxLength={200} required />
              </label>
            )}
            <CardFields card={card} path={`/c/${session.id}`} wrong={problem !== undefined} />
            <button className="button button-primary button-block button-large">
              {trialEnd ? 'Start trial' : `Pay ${formatAmount(total, currency)}`}
            </button>
            {trialEnd ? (
              <p className="small muted">
                Your card is charged {formatAmount(total, currency)} on {formatDate(trialEnd)}{' '}
                unless you cancel before.
              </p>
            ) : null}
          </form>
          <NoRealMoney />
        </section>
      </>
    ),
  })
}

function closedPage(session: CheckoutSession, shopName: string | undefined): Response {
  const back = session.status === 'complete' ? session.success_url : session.cancel_url
  const to = (back ?? session.success_url).replaceAll('{CHECKOUT_SESSION_ID}', session.id)
  return session.status === 'complete'
    ? explainingPage(
        'This checkout is complete',
        'You have already paid; it can’t be paid twice.',
        { back: { to, shopName } },
      )
    : explainingPage(
        'This checkout has expired',
        'A checkout is valid for 24 hours. Nothing was charged. Go back and choose your plan again.',
        { back: { to, shopName } },
      )
}

function emailOf(account: Account, session: CheckoutSession): string | null {
  if (!session.customer) return session.customer_email
  return account.store.get('customer', session.customer).email
}

function nameOf(account: Account, session: CheckoutSession): string | null {
  return session.customer ? account.store.get('customer', session.customer).name : null
}
