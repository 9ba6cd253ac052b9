import type { Account } from '../account.ts'

/** One request for a hosted page. */
export interface PageCall {
  account: Account
  shopName: string | undefined
  query: URLSearchParams
  /** The posted fields; undefined when the page is only looked at. */
  form: URLSearchParams | undefined
}
