import { createHash } from 'node:crypto'
import { type Account, emit } from '../account.ts'
import { StripeError } from '../api/stripe-error.ts'
import { newId } from '../identifiers.ts'
import type { PaymentMethod } from '../wire-objects.ts'

/** Stripe's published test cards. Source: https://docs.stripe.com/testing */
export const testCards = {
  works: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  declinedLater: '4000 0000 0000 0341',
}

interface TestCard {
  brand: string
  /** Refused when it is entered. */
  declined?: string
  /** Accepted when it is entered, refused at each charge. */
  declinedLater?: string
}

const cards: Record<string, TestCard> = {
  '4242424242424242': { brand: 'visa' },
  '4000056655665556': { brand: 'visa' },
  '5555555555554444': { brand: 'mastercard' },
  '378282246310005': { brand: 'amex' },
  '4000000000000002': { brand: 'visa', declined: 'generic_decline' },
  '4000000000009995': { brand: 'visa', declined: 'insufficient_funds' },
  '4000000000009987': { brand: 'visa', declined: 'lost_card' },
  '4000000000000069': { brand: 'visa', declined: 'expired_card' },
  '4000000000000127': { brand: 'visa', declined: 'incorrect_cvc' },
  '4000000000000341': { brand: 'visa', declinedLater: 'generic_decline' },
}

const sentences: Record<string, string> = {
  generic_decline: 'Your card was declined.',
  insufficient_funds: 'Your card has insufficient funds.',
  lost_card: 'Your card was declined.',
  expired_card: 'Your card has expired.',
  incorrect_cvc: "Your card's security code is incorrect.",
}

export interface EnteredCard {
  number: string
  /** `12 / 34` */
  expiry: string
  cvc: string
  name: string
}

/** Stripe's answer to a card that was refused, for the API and for the pages. */
export function cardDeclined(declineCode: string): StripeError {
  const ownCode = declineCode === 'expired_card' || declineCode === 'incorrect_cvc'
  return cardError(
    sentences[declineCode] ?? 'Your card was declined.',
    ownCode ? declineCode : 'card_declined',
    declineCode,
  )
}

function cardError(message: string, code: string, declineCode?: string): StripeError {
  return new StripeError(402, message, {
    type: 'card_error',
    code,
    ...(declineCode ? { decline_code: declineCode } : {}),
  })
}

/** Throws a card_error whose message is the sentence to show. */
export function checkCard(entered: EnteredCard, nowSeconds: number) {
  const number = entered.number.replaceAll(/[\s-]/g, '')
  if (!/^\d{12,19}$/.test(number))
    throw cardError('Your card number is incomplete.', 'incomplete_number')
  if (!passesLuhn(number)) throw cardError('Your card number is invalid.', 'invalid_number')
  const [, month, year] = /^\s*(\d{1,2})\s*\/\s*(?:20)?(\d{2})\s*$/.exec(entered.expiry) ?? []
  const expMonth = Number(month)
  const expYear = 2_000 + Number(year)
  if (!month || expMonth < 1 || expMonth > 12) {
    throw cardError("Your card's expiration date is incomplete.", 'incomplete_expiry')
  }
  if (Date.UTC(expYear, expMonth) / 1_000 <= nowSeconds) {
    throw cardError("Your card's expiration date is in the past.", 'invalid_expiry_year')
  }
  if (!/^\d{3,4}$/.test(entered.cvc.trim())) {
    throw cardError("Your card's security code is incomplete.", 'incomplete_cvc')
  }
  const card = cards[number]
  if (!card) {
    throw cardError(
      'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
      'card_declined',
      'test_mode_live_card',
    )
  }
  if (card.declined) throw cardDeclined(card.declined)
  return { number, expMonth, expYear, card }
}

/** Keeps a card for the customer: its brand and last four digits, never the number. */
export function attachCard(
  account: Account,
  customerId: string,
  entered: EnteredCard,
  email: string | null,
): PaymentMethod {
  const { number, expMonth, expYear, card } = checkCard(entered, account.now())
  const method = account.store.save<PaymentMethod>({
    id: newId('pm'),
    object: 'payment_method',
    billing_details: { email, name: entered.name || null },
    card: {
      brand: card.brand,
      last4: number.slice(-4),
      exp_month: expMonth,
      exp_year: expYear,
      fingerprint: createHash('sha256').update(number).digest('hex').slice(0, 16),
    },
    created: account.now(),
    customer: customerId,
    livemode: false,
    metadata: {},
    type: 'card',
    local: { declineCode: card.declinedLater ?? null },
  })
  emit(account, 'payment_method.attached', method)
  return method
}

export function cardName({ card }: PaymentMethod): string {
  const brand = { visa: 'Visa', mastercard: 'Mastercard', amex: 'American Express' }[card.brand]
  return `${brand ?? 'Card'} ending in ${card.last4}`
}

function passesLuhn(number: string): boolean {
  const sum = [...number].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
