import { useRouter } from '@tanstack/react-router'
import { createIsomorphicFn } from '@tanstack/react-start'
import type { ReactNode } from 'react'
import { currentLocale } from '#/i18n/locale.ts'
import { renderOnce } from './render-once.server.tsx'

const htmlOnServer = createIsomorphicFn()
  .server(renderOnce)
  .client(() => undefined)

interface RenderedOnceProps {
  as: 'header' | 'footer'
  /** What it looks like depends on this and on the language, and on nothing else. */
  variant: string
  className: string
  render: () => ReactNode
}

/**
 * What frames every public page: the server renders it once for each variant and sends that HTML
 * again and again, which halves the cost of a page. The browser gets the same elements and hydrates
 * them as usual. (Nothing inside may use useId or a context other than the router's.)
 */
export function RenderedOnce({ as: Element, variant, className, render }: RenderedOnceProps) {
  const router = useRouter()
  const html = htmlOnServer(`${currentLocale()} ${Element} ${variant}`, router, render)
  if (html === undefined) return <Element className={className}>{render()}</Element>
  // oxlint-disable-next-line react/no-danger -- our own components, rendered by React
  return <Element className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
