type ErrorType = 'invalid_request_error' | 'idempotency_error' | 'card_error' | 'api_error'

interface ErrorDetails {
  type?: ErrorType
  code?: string
  param?: string
  decline_code?: string
  payment_method?: unknown
}

/** An answer in Stripe's own words. Source: https://docs.stripe.com/error-codes */
export class StripeError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message)
  }

  body() {
    return {
      error: { type: 'invalid_request_error', message: this.message, ...this.details },
    }
  }
}

/** `customer` and `payment_method` in the words of Stripe's sentences. */
export function spoken(kind: string): string {
  return kind.replaceAll(/[._]/g, ' ')
}

/** 404 for an id in the address; 400 when it came as the parameter that is named. */
export function noSuch(kind: string, id: string, param?: string): StripeError {
  return new StripeError(param ? 400 : 404, `No such ${spoken(kind)}: '${id}'`, {
    code: 'resource_missing',
    param: param ?? 'id',
  })
}

export function missingParam(param: string): StripeError {
  return new StripeError(400, `Missing required param: ${param}.`, {
    code: 'parameter_missing',
    param,
  })
}

export function invalidParam(param: string, message: string, code?: string): StripeError {
  return new StripeError(400, message, { param, ...(code ? { code } : {}) })
}
