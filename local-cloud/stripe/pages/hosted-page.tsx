import { readFileSync } from 'node:fs'
import type { ReactNode } from 'react'
import { renderLocalPage } from '../../page/local-page.tsx'

const styles = readFileSync(new URL('./stripe-pages.css', import.meta.url), 'utf8')

export interface HostedPage {
  title: string
  children: ReactNode
  status?: number
  /** Addresses of the shop to which a form of this page may lead. */
  leadsTo?: (string | null | undefined)[]
  /** Two columns side by side where there is room. */
  split?: boolean
}

export function hostedPage({ title, children, status, leadsTo = [], split }: HostedPage): Response {
  return renderLocalPage({
    title,
    service: 'Stripe',
    status,
    styles,
    wide: true,
    formTargets: leadsTo.flatMap((address) => URL.parse(address ?? '')?.origin ?? []),
    children: (
      <div className={split ? 'hosted hosted-split' : 'hosted hosted-narrow'}>{children}</div>
    ),
  })
}

/** A page that says why nothing can be done here, with the way back. */
export function explainingPage(
  title: string,
  text: string,
  { status = 200, back }: { status?: number; back?: { to: string; shopName?: string } } = {},
): Response {
  return hostedPage({
    title,
    status,
    children: (
      <div className="stack">
        <h1>{title}</h1>
        <p className="muted">{text}</p>
        {back ? (
          <p>
            <a className="button" href={back.to}>
              Back to {shopNameAt(back.to, back.shopName)}
            </a>
          </p>
        ) : null}
      </div>
    ),
  })
}

/** The shop's name, or the host at which it is. */
export function shopNameAt(address: string, shopName: string | undefined): string {
  return shopName ?? URL.parse(address)?.host ?? 'the shop'
}

export function BackLink({ to, shopName }: { to: string | null; shopName?: string }) {
  if (!to) return null
  return (
    <p>
      <a className="back" href={to}>
        ← Back to {shopNameAt(to, shopName)}
      </a>
    </p>
  )
}

export function NoRealMoney() {
  return (
    <p className="notice small">
      <strong>This is not the real Stripe.</strong> It runs on your computer for development: no
      real money moves, and only test cards work.
    </p>
  )
}

export function Problem({ message }: { message: string | undefined }) {
  if (!message) return null
  return (
    <p className="notice notice-danger" role="alert" id="problem">
      {message}
    </p>
  )
}

export function redirectTo(address: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location: address, 'cache-control': 'no-store' },
  })
}
