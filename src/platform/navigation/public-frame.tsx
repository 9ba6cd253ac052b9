import type { ReactNode } from 'react'
import { ShellMain } from '#/ui/shell-main.tsx'
import { SkipLink } from '#/ui/skip-link.tsx'
import { PublicFooter } from './public-footer.tsx'
import { PublicHeader } from './public-header.tsx'

/** What surrounds every public page; its children are full-width sections with a Container inside. */
export function PublicFrame({
  isSignedIn,
  children,
}: {
  isSignedIn: boolean
  children: ReactNode
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink to="content" />
      <header className="sticky top-0 z-30 border-b bg-canvas">
        <PublicHeader isSignedIn={isSignedIn} />
      </header>
      <ShellMain line="inset-x-0 top-14 lg:top-16" className="flex-1 text-base outline-none">
        {children}
      </ShellMain>
      <footer className="border-t">
        <PublicFooter />
      </footer>
    </div>
  )
}
