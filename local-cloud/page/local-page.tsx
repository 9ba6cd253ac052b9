import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

const styleSheet = ['./tokens.css', './page.css']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n')
  .replaceAll('</', '<\\/')

const sourceHash = (source: string) =>
  `'sha256-${createHash('sha256').update(source).digest('base64')}'`

export interface LocalPage {
  /** The text of the browser's tab; the service's name follows it. */
  title: string
  /** Which local service this is, in the header: "Stripe", "Mail". */
  service: string
  children: ReactNode
  /** Links in the header, right of the service's name. */
  nav?: ReactNode
  /** 200 unless given. */
  status?: number
  /** Uses the width of the window (tables) instead of a reading column (forms). */
  wide?: boolean
  /**
   * Origins other than this page's own that its forms end at. Browsers apply
   * `form-action` to the redirect after a post as well, so a checkout that
   * sends the buyer back to the app names the app's origin here.
   */
  formTargets?: string[]
  /** Rules of this service alone, after the shared ones. */
  styles?: string
  /** One inline module. The page must work without it. */
  script?: string
  headers?: Record<string, string>
}

/**
 * A complete HTML answer with the look shared by all local services.
 *
 * Inline `style` attributes and event handlers are refused by the page's
 * content security policy: use the classes of page.css, links and forms.
 */
export function renderLocalPage(page: LocalPage): Response {
  return new Response(localDocument(page), {
    status: page.status ?? 200,
    headers: {
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(page),
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      ...page.headers,
    },
  })
}

/** Styles and script are written by us and hashed as they stand, so React must not escape them. */
function localDocument(page: LocalPage): string {
  const { title, service, styles, script } = page
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${Bun.escapeHTML(`${title} · Local ${service}`)}</title>
<link rel="icon" href="${favicon}">
<style>${allStyles(styles)}</style>
${script ? `<script type="module">${script}</script>` : ''}
</head>
${renderToStaticMarkup(<LocalBody {...page} />)}
</html>`
}

function contentSecurityPolicy({ styles, script, formTargets = [] }: LocalPage): string {
  return [
    `default-src 'none'`,
    `style-src ${sourceHash(allStyles(styles))}`,
    `script-src ${script ? sourceHash(script) : `'none'`}`,
    `connect-src ${script ? `'self'` : `'none'`}`,
    `img-src 'self' data:`,
    `frame-src 'self'`,
    `frame-ancestors 'self'`,
    `form-action ${[`'self'`, ...formTargets].join(' ')}`,
    `base-uri 'none'`,
  ].join('; ')
}

function allStyles(styles = ''): string {
  return styleSheet + styles.replaceAll('</', '<\\/')
}

function LocalBody({ service, nav, wide, children }: LocalPage) {
  const width = wide ? 'page-width page-width-wide' : 'page-width'
  return (
    <body>
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <header className="page-header">
        <div className={width}>
          <span className="local-mark" title="A local stand-in. Nothing leaves this computer.">
            Local
          </span>
          <span className="page-service">{service}</span>
          {nav ? <nav aria-label="Local services">{nav}</nav> : null}
        </div>
      </header>
      <main id="content" className={width}>
        {children}
      </main>
    </body>
  )
}

const favicon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" fill="none" stroke="#8a8578" stroke-width="2" stroke-dasharray="3 2"/></svg>',
)}`
