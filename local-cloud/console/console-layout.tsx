import { readFileSync } from 'node:fs'
import type { ReactNode } from 'react'
import type { LocalPart, PartSummary } from '../environment.ts'
import { renderLocalPage } from '../page/local-page.tsx'
import { consoleScript } from './console-script.ts'

const styles = readFileSync(new URL('./console.css', import.meta.url), 'utf8')

const pages = [
  { path: '/', name: 'Overview' },
  { path: '/mail', name: 'Mail' },
  { path: '/payments', name: 'Payments' },
  { path: '/files', name: 'Files' },
  { path: '/model', name: 'Model' },
] as const

export interface ConsolePage {
  title: string
  /** The entry of the navigation that this page is or belongs to. */
  section: (typeof pages)[number]['path']
  children: ReactNode
  status?: number
  /** Origins that its forms end at. */
  formTargets?: string[]
}

export function consolePage({
  title,
  section,
  children,
  status,
  formTargets,
}: ConsolePage): Response {
  return renderLocalPage({
    title,
    service: 'Console',
    wide: true,
    status,
    formTargets,
    styles,
    script: consoleScript,
    nav: pages.map(({ path, name }) => (
      <a key={path} href={path} aria-current={path === section ? 'page' : undefined}>
        {name}
      </a>
    )),
    children,
  })
}

/** The head of a page: what it is, and what can be done with all of it. */
export function PageHead({
  title,
  children,
  back,
}: {
  title: string
  children?: ReactNode
  back?: { href: string; name: string }
}) {
  return (
    <div className="stack-tight">
      {back ? (
        <a className="back small muted" href={back.href}>
          ← {back.name}
        </a>
      ) : null}
      <div className="row row-apart">
        <h1 className="wrap">{title}</h1>
        <div className="row">{children}</div>
      </div>
    </div>
  )
}

/** A part of the overview that keeps itself fresh. */
export function LiveCard({
  name,
  title,
  note,
  more,
  children,
}: {
  name: string
  title: string
  note?: ReactNode
  more?: { href: string; name: string }
  children: ReactNode
}) {
  return (
    <section className="card card-flush live-card" data-live={name} aria-label={title}>
      <header className="card-head">
        <h2>{title}</h2>
        <span className="small faint truncate">{note}</span>
        {more ? (
          <a className="small muted card-more" href={more.href}>
            {more.name}
          </a>
        ) : null}
      </header>
      {children}
    </section>
  )
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty small">{children}</p>
}

/** Says what will be lost before it is lost, without a script. */
export function Confirm({
  action,
  label,
  children,
  confirm,
}: {
  action: string
  label: string
  /** A sentence on what will be lost. */
  children: ReactNode
  confirm: string
}) {
  return (
    <details className="confirm">
      <summary className="button">{label}</summary>
      <form className="confirm-panel stack" method="post" action={action}>
        <p className="small">{children}</p>
        <button className="button button-small button-danger">{confirm}</button>
      </form>
    </details>
  )
}

function messagePage(
  section: ConsolePage['section'],
  status: number,
  title: string,
  message: ReactNode,
): Response {
  return consolePage({
    title,
    section,
    status,
    children: (
      <div className="stack">
        <h1>{title}</h1>
        <p className="muted">{message}</p>
        <p>
          <a href={status === 200 ? '/' : section}>Go back</a>
        </p>
      </div>
    ),
  })
}

export const notFound = (section: ConsolePage['section'], what: string) =>
  messagePage(section, 404, 'Not found', what)

/** An action that its service refused. */
export const failed = (section: ConsolePage['section'], reason: unknown) =>
  messagePage(
    section,
    409,
    'That didn’t work',
    reason instanceof Error ? reason.message : String(reason),
  )

const partOfSection: Record<string, LocalPart> = {
  '/mail': 'mail',
  '/payments': 'stripe',
  '/files': 'storage',
  '/model': 'model',
}

/** The page of a part that is not local; undefined for other addresses. */
export function realPartPage(path: string, parts: PartSummary[]): Response | undefined {
  const section = pages.find((page) => page.path === path)?.path
  const summary = parts.find(({ part, local }) => part === partOfSection[path] && !local)
  if (!section || !summary) return undefined
  return messagePage(
    section,
    200,
    summary.label,
    <>
      <code>{summary.where}</code> is set, so the app uses the real service, and there is nothing to
      see here.
    </>,
  )
}
