import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Account } from '#/features/identity/contract.ts'
import { site } from '#/site.ts'

/** What surrounds every page of somebody who is signed in. */
export function AppFrame({ account, children }: { account: Account; children: ReactNode }) {
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[16rem_1fr]">
      <nav className="border-r p-4">
        <Link to="/home">{site.name}</Link>
        <p>{account.name}</p>
      </nav>
      <main className="p-6">{children}</main>
    </div>
  )
}
