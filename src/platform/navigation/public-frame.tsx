import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ShellMain } from '#/ui/shell-main.tsx'
import { SkipLink } from '#/ui/skip-link.tsx'
import { PublicFooter } from './public-footer.tsx'
import { PublicHeader } from './public-header.tsx'
import { RenderedOnce } from './rendered-once.tsx'

/** What surrounds every public page; its children are full-width sections with a Container inside. */
export function PublicFrame({
  isSignedIn,
  children,
}: {
  isSignedIn: boolean
  children: ReactNode
}) {
  const section = useLocation({ select: ({ pathname }) => sectionOf(pathname) })
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink to="content" />
      <RenderedOnce
        as="header"
        variant={`${section} ${isSignedIn}`}
        className="sticky top-0 z-30 border-b bg-canvas"
        render={() => <PublicHeader isSignedIn={isSignedIn} />}
      />
      <ShellMain line="inset-x-0 top-14 lg:top-16" className="flex-1 text-base outline-none">
        {children}
      </ShellMain>
      <RenderedOnce as="footer" variant="" className="border-t" render={PublicFooter} />
    </div>
  )
}

/** The link of the header that is marked as where one is. */
const sectionOf = (pathname: string) => /^\/(jobs|pricing)(?=\/|$)/.exec(pathname)?.[1] ?? 'none'
