import { testCards, type EnteredCard } from '../billing/cards.ts'

export const cardChoices = {
  works: { label: 'Card that works', number: testCards.works },
  declined: { label: 'Card that is declined', number: testCards.declined },
  later: { label: 'Card that fails later', number: testCards.declinedLater },
}

export type CardChoice = keyof typeof cardChoices

export function isCardChoice(name: string | null): name is CardChoice {
  return name !== null && Object.hasOwn(cardChoices, name)
}

/** The form's card, as the buyer left it. */
export function enteredCard(form: URLSearchParams): EnteredCard {
  return {
    number: form.get('number') ?? '',
    expiry: form.get('expiry') ?? '',
    cvc: form.get('cvc') ?? '',
    name: form.get('name') ?? '',
  }
}

export function presetCard(choice: CardChoice, name: string | null): EnteredCard {
  return { number: cardChoices[choice].number, expiry: '12 / 34', cvc: '123', name: name ?? '' }
}

/** A test card, prefilled; the links above it fill in another one. */
export function CardFields({
  card,
  path,
  wrong = false,
}: {
  card: EnteredCard
  path: string
  /** True if this card was just refused. */
  wrong?: boolean
}) {
  return (
    <fieldset className="card-fields">
      <legend className="visually-hidden">Card</legend>
      <div className="stack-tight">
        <span className="small muted" id="test-cards">
          Fill in a test card
        </span>
        <div className="row" role="group" aria-labelledby="test-cards">
          {Object.entries(cardChoices).map(([name, { label, number }]) => (
            <a
              key={name}
              className="button button-small"
              href={`${path}?card=${name}`}
              aria-current={digits(card.number) === digits(number) ? 'true' : undefined}
            >
              {label}
            </a>
          ))}
        </div>
      </div>
      <label className="field">
        <span>Card number</span>
        <input
          name="number"
          defaultValue={card.number}
          inputMode="numeric"
          autoComplete="off"
          maxLength={25}
          required
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? 'problem' : undefined}
        />
      </label>
      <div className="card-row">
        <label className="field">
          <span>Expires</span>
          <input
            name="expiry"
            defaultValue={card.expiry}
            placeholder="MM / YY"
            inputMode="numeric"
            autoComplete="off"
            maxLength={9}
            required
          />
        </label>
        <label className="field">
          <span>CVC</span>
          <input
            name="cvc"
            defaultValue={card.cvc}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            required
          />
        </label>
      </div>
      <label className="field">
        <span>Name on card</span>
        <input name="name" defaultValue={card.name} autoComplete="off" maxLength={100} />
      </label>
    </fieldset>
  )
}

function digits(number: string): string {
  return number.replaceAll(/\D/g, '')
}
