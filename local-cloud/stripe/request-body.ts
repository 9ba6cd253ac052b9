import { StripeError } from './api/stripe-error.ts'

const maxBytes = 256 * 1_024

/** The body as text; refuses more than 256 KB, announced or not. */
export async function boundedText(request: Request): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let received = 0
  for await (const piece of request.body ?? []) {
    received += piece.length
    if (received > maxBytes) throw new StripeError(413, 'The request body is too large.')
    text += decoder.decode(piece, { stream: true })
  }
  return text + decoder.decode()
}
