import { ConsoleTable } from './console-table.tsx'
import { createElement } from 'react'
import type { LocalMail } from '../mail/start-local-mail.ts'
import type { Mail } from '../mail/mail-store.ts'
import { Confirm, consolePage, Empty, LiveCard, notFound, PageHead } from './console-layout.tsx'
import { bytes, exactTime, plural, Time } from './format.tsx'

const pageSize = 50

export function MailCard({ mail }: { mail: LocalMail }) {
  const mails = mail.messages({ limit: 6 })
  return (
    <LiveCard
      name="mail"
      title="Mail"
      note={mails.length > 0 ? plural(mail.count(), 'mail') : mail.smtpUrl}
      more={{ href: '/mail', name: 'Inbox' }}
    >
      {mails.length === 0 ? (
        <Empty>No mail yet. Sign up in the app and its verification email arrives here.</Empty>
      ) : (
        <ul className="lines">
          {mails.map(({ id, subject, to, at }) => (
            <li key={id}>
              <a className="line" href={`/mail/${id}`}>
                <span className="line-main truncate">{subject || 'No subject'}</span>
                <span className="line-side faint">
                  <Time at={at} />
                </span>
                <span className="line-sub truncate muted">{to.join(', ')}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </LiveCard>
  )
}

export function inboxPage(mail: LocalMail, query: URLSearchParams): Response {
  const to = query.get('to')?.trim() ?? ''
  const before = Number(query.get('before')) || undefined
  const mails = mail.messages({ to, before, limit: pageSize + 1 })
  const shown = mails.slice(0, pageSize)
  const total = mail.count()
  const older = new URLSearchParams({ ...(to && { to }), before: String(shown.at(-1)?.id ?? 0) })
  return consolePage({
    title: 'Inbox',
    section: '/mail',
    children: (
      <div className="stack">
        <PageHead title="Inbox">
          <form className="row search" role="search">
            <label className="visually-hidden" htmlFor="to">
              Recipient
            </label>
            <input id="to" name="to" type="search" defaultValue={to} placeholder="Recipient" />
            <button className="button">Search</button>
          </form>
          {total > 0 ? (
            <Confirm action="/mail/clear" label="Clear" confirm={`Delete ${plural(total, 'mail')}`}>
              All emails in this inbox will be deleted for good.
            </Confirm>
          ) : null}
        </PageHead>
        <div data-live="inbox" className="stack">
          <InboxTable mails={shown} to={to} />
          {mails.length > pageSize ? (
            <p>
              <a className="button button-small" href={`/mail?${older}`}>
                Older
              </a>
            </p>
          ) : null}
        </div>
      </div>
    ),
  })
}

function InboxTable({ mails, to }: { mails: Mail[]; to: string }) {
  return (
    <ConsoleTable
      columns={['To', 'Subject', 'From', '>Received']}
      links
      empty={
        to
          ? `No mail to ${to}. Part of an address is enough.`
          : 'No mail yet. Everything the app sends by SMTP arrives here and goes no further. Sign up in the app, reset a password or invite a member.'
      }
    >
      {mails.map((mail) => (
        <tr key={mail.id}>
          <td className="truncate cell-address at-sub">{mail.to.join(', ')}</td>
          <td className="truncate cell-grow at-main">
            <a href={`/mail/${mail.id}`}>{mail.subject || 'No subject'}</a>
          </td>
          <td className="truncate muted cell-address">{mail.from}</td>
          <td className="number muted cell-tight at-side">
            <Time at={mail.at} />
          </td>
        </tr>
      ))}
    </ConsoleTable>
  )
}

const views = [
  { view: 'html', name: 'HTML' },
  { view: 'text', name: 'Text' },
  { view: 'headers', name: 'Headers' },
] as const

export async function mailPage(
  mail: LocalMail,
  id: number,
  query: URLSearchParams,
): Promise<Response> {
  const message = mail.message(id)
  const parts = await mail.parts(id)
  if (!message || !parts) return notFound('/mail', 'This email is no longer in the inbox.')
  const fallback = message.html ? 'html' : 'text'
  const asked = query.get('view')
  const view = views.find((candidate) => candidate.view === asked)?.view ?? fallback
  return consolePage({
    title: message.subject || 'No subject',
    section: '/mail',
    children: (
      <div className="stack">
        <PageHead title={message.subject || 'No subject'} back={{ href: '/mail', name: 'Inbox' }} />
        <dl className="facts">
          <dt>To</dt>
          <dd>{message.to.join(', ')}</dd>
          <dt>From</dt>
          <dd>{message.from}</dd>
          <dt>Received</dt>
          <dd>
            {exactTime(message.at)} <span className="faint">· {bytes(message.size)}</span>
          </dd>
          {parts.attachments.length > 0 ? (
            <>
              <dt>Attached</dt>
              <dd>
                {parts.attachments
                  .map(({ name, type, size }) => `${name} (${type}, ${bytes(size)})`)
                  .join(', ')}
              </dd>
            </>
          ) : null}
        </dl>
        <div className="row row-apart">
          <nav className="tabs" aria-label="View">
            {views.map(({ view: each, name }) => (
              <a
                key={each}
                href={`/mail/${id}?view=${each}`}
                aria-current={each === view ? 'page' : undefined}
              >
                {name}
              </a>
            ))}
          </nav>
          <a className="button button-small" href={`/mail/${id}/raw`}>
            Download .eml
          </a>
        </div>
        {view === 'html' ? <HtmlView id={id} html={message.html} /> : null}
        {view === 'text' ? <TextView text={message.text} /> : null}
        {view === 'headers' ? <pre className="card sheet">{headersText(parts.headers)}</pre> : null}
      </div>
    ),
  })
}

/** No scripts, no forms, no pictures from elsewhere; links leave the frame for a new tab. The same
 * origin lets the page measure the mail: what runs no script cannot use it. */
const frameSandbox = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox'

function HtmlView({ id, html }: { id: number; html: string }) {
  if (!html) {
    return (
      <div className="card">
        <Empty>This email has no HTML part.</Empty>
      </div>
    )
  }
  return (
    <iframe
      className="card mail-frame"
      data-measure=""
      title="The email as HTML"
      src={`/mail/${id}/html`}
      sandbox={frameSandbox}
    />
  )
}

const link = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g

/** The text with its links made to work. */
function TextView({ text }: { text: string }) {
  const links = text.match(link) ?? []
  const pieces = text.split(link).flatMap((between, index) => [between, mailLink(links[index])])
  return createElement('pre', { className: 'card sheet' }, ...pieces)
}

function mailLink(href: string | undefined) {
  if (!href) return null
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {href}
    </a>
  )
}

const headersText = (headers: { name: string; value: string }[]) =>
  headers.map(({ name, value }) => `${name}: ${value}`).join('\n')

export async function mailHtml(mail: LocalMail, id: number): Promise<Response> {
  const parts = await mail.parts(id)
  if (!parts) return new Response(null, { status: 404 })
  return new Response(parts.html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `sandbox ${frameSandbox}; default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'self'`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}

export function rawMail(mail: LocalMail, id: number): Response {
  const raw = mail.raw(id)
  if (!raw) return new Response(null, { status: 404 })
  return new Response(raw, {
    headers: {
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="mail-${id}.eml"`,
      'x-content-type-options': 'nosniff',
    },
  })
}

/** For tests: `?to=` part of an address, `?limit=` at most 200. Newest first. */
export function mailsAsJson(mail: LocalMail, query: URLSearchParams): Response {
  const limit = Math.min(Number(query.get('limit')) || pageSize, 200)
  const mails = mail.messages({ to: query.get('to') ?? '', limit })
  return Response.json(
    mails.map(({ id, to, from, subject, text, html, at }) => ({
      id,
      to,
      from,
      subject,
      text,
      html,
      at: new Date(at).toISOString(),
    })),
    { headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } },
  )
}
