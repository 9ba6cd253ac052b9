import { StripeError } from '../api/stripe-error.ts'
import { formatAmount, formatDate } from '../billing/amounts.ts'
import { attachCard, cardDeclined, type EnteredCard } from '../billing/cards.ts'
import { payOpenInvoice } from '../billing/invoices.ts'
import { updateSubscription } from '../billing/update-subscription.ts'
import type { Invoice } from '../wire-objects.ts'
import { CardFields, enteredCard, isCardChoice, presetCard } from './card-fields.tsx'
import { explainingPage, hostedPage, NoRealMoney, Problem, redirectTo } from './hosted-page.tsx'
import type { PageCall } from './page-call.ts'

/** `/i/:id`: an invoice to read, print, and pay while it is open. */
export function invoicePage({ account, form, query }: PageCall, id: string): Response {
  const invoice = account.store.find('invoice', id)
  if (!invoice || invoice.status === 'draft') {
    return explainingPage('Invoice not found', 'There is no invoice at this address.', {
      status: 404,
    })
  }
  if (!form) {
    const wanted = query.get('card')
    return show(invoice, {
      card: presetCard(isCardChoice(wanted) ? wanted : 'works', invoice.customer_name),
    })
  }
  const card = enteredCard(form)
  try {
    account.store.atomically(() => {
      const method = attachCard(account, invoice.customer, card, invoice.customer_email)
      const subscription = account.store.get(
        'subscription',
        invoice.parent.subscription_details.subscription,
      )
      updateSubscription(account, subscription, { defaultPaymentMethod: method.id })
      const paid = payOpenInvoice(account, invoice, method)
      if (paid.status === 'open') throw cardDeclined(method.local.declineCode ?? 'generic_decline')
    })
    return redirectTo(`/i/${id}`)
  } catch (error) {
    if (!(error instanceof StripeError)) throw error
    return show(invoice, { card, problem: error.message })
  }
}

function show(invoice: Invoice, pay: { card: EnteredCard; problem?: string }): Response {
  const { currency, status_transitions: moments } = invoice
  const money = (amount: number) => formatAmount(amount, currency)
  const credit = invoice.total - invoice.amount_due
  return hostedPage({
    title: `Invoice ${invoice.number}`,
    status: pay.problem ? 402 : 200,
    children: (
      <>
        <div className="stack-tight">
          <div className="row row-apart">
            <h1>Invoice {invoice.number}</h1>
            <InvoiceStatus status={invoice.status} />
          </div>
          <p className="amount">{money(invoice.amount_due)}</p>
          <p className="muted">
            {invoice.status === 'paid' && moments.paid_at
              ? `Paid on ${formatDate(moments.paid_at)}`
              : `Issued on ${formatDate(invoice.created)}`}
          </p>
        </div>
        <dl className="facts">
          <dt>Billed to</dt>
          <dd>{[invoice.customer_name, invoice.customer_email].filter(Boolean).join(', ')}</dd>
          <dt>Period</dt>
          <dd>
            {formatDate(invoice.period_start)} to {formatDate(invoice.period_end)}
          </dd>
        </dl>
        <ul className="bought">
          {invoice.lines.data.map((line) => (
            <li key={line.id}>
              <span>{line.description}</span>
              <span>{money(line.amount)}</span>
            </li>
          ))}
          {credit > 0 ? (
            <li>
              <span>Credit applied</span>
              <span>{money(-credit)}</span>
            </li>
          ) : null}
          {credit < 0 ? (
            <li>
              <span>Kept as credit for the next invoice</span>
              <span>{money(-credit)}</span>
            </li>
          ) : null}
          <li className="total">
            <span>Amount due</span>
            <span>{money(invoice.amount_due)}</span>
          </li>
        </ul>
        {invoice.status === 'open' ? (
          <form className="card stack" method="post" action={`/i/${invoice.id}`}>
            <h2>Pay by card</h2>
            <Problem message={pay.problem} />
            <CardFields
              card={pay.card}
              path={`/i/${invoice.id}`}
              wrong={pay.problem !== undefined}
            />
            <button className="button button-primary button-block button-large">
              Pay {money(invoice.amount_remaining)}
            </button>
          </form>
        ) : null}
        <NoRealMoney />
      </>
    ),
  })
}

export function InvoiceStatus({ status }: { status: Invoice['status'] }) {
  const looks = {
    paid: 'badge-success',
    open: 'badge-accent',
    draft: '',
    void: '',
    uncollectible: '',
  }
  const words = {
    paid: 'Paid',
    open: 'Unpaid',
    draft: 'Draft',
    void: 'Void',
    uncollectible: 'Uncollectible',
  }
  return <span className={`badge ${looks[status]}`}>{words[status]}</span>
}
