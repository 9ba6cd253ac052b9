import { type AnyRouter, RouterContextProvider } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'

const rendered = new Map<string, string>()

/**
 * The HTML of something that is the same for everybody who shares the key. There must be few keys,
 * because nothing is ever forgotten; while developing nothing is kept, so that edits are seen.
 */
export function renderOnce(key: string, router: AnyRouter, render: () => ReactNode): string {
  const known = rendered.get(key)
  if (known !== undefined && !import.meta.env.DEV) return known
  const html = plainAscii(
    renderToString(<RouterContextProvider router={router}>{render()}</RouterContextProvider>),
  )
  rendered.set(key, html)
  return html
}

/** The same HTML without a letter beyond ASCII: such a string is sent without being transcoded. */
export const plainAscii = (html: string): string =>
  html.replaceAll(/[^\0-\x7F]/gu, (sign) => `&#${sign.codePointAt(0)};`)
