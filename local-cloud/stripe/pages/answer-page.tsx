import type { Account } from '../account.ts'
import { StripeError } from '../api/stripe-error.ts'
import { boundedText } from '../request-body.ts'
import { checkoutPage } from './checkout-page.tsx'
import { explainingPage } from './hosted-page.tsx'
import { invoicePage } from './invoice-page.tsx'
import type { PageCall } from './page-call.ts'
import { portalPage } from './portal-page.tsx'

/** Answers everything outside the API: the pages that a buyer sees. */
export async function answerPage(
  account: Account,
  request: Request,
  shopName: string | undefined,
): Promise<Response> {
  const url = new URL(request.url)
  const posted = request.method === 'POST'
  if (!posted && request.method !== 'GET') {
    return explainingPage('Not possible', 'This page only answers GET and POST.', {
      status: 405,
    })
  }
  // A form of another site must not act on a session that it guessed or was told.
  const site = request.headers.get('sec-fetch-site')
  if (posted && site !== null && site !== 'same-origin' && site !== 'none') {
    return explainingPage('Refused', 'This form was sent from another site.', { status: 403 })
  }
  try {
    const form = posted ? new URLSearchParams(await boundedText(request)) : undefined
    return findPage({ account, shopName, query: url.searchParams, form }, url.pathname)
  } catch (error) {
    if (error instanceof StripeError) {
      return explainingPage('That didn’t work', error.message, { status: error.status })
    }
    console.error('Local Stripe:', error)
    return explainingPage('That didn’t work', 'The local Stripe failed. Its log says why.', {
      status: 500,
    })
  }
}

function findPage(call: PageCall, path: string): Response {
  const [, page, id = '', ...steps] = path.split('/')
  if (page === 'c' && steps.length === 0) return checkoutPage(call, id)
  if (page === 'i' && steps.length === 0) return invoicePage(call, id)
  if (page === 'p') return portalPage(call, id, steps)
  if (path === '/') {
    return explainingPage(
      'The local Stripe is running',
      'Its API is below /v1. Checkout, billing portal and invoices open from the app; customers, subscriptions and webhooks are in the local console.',
    )
  }
  return explainingPage('Page not found', 'There is nothing at this address.', { status: 404 })
}
