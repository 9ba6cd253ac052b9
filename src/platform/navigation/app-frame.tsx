import type { ReactNode } from 'react'
import { homePath } from '#/auth/home-path.ts'
import type { Account } from '#/platform/identity/contract.ts'
import { AppShell } from '#/ui/app-shell.tsx'
import { Toaster } from '#/ui/toast.tsx'
import { AppAccountMenu } from './app-account-menu.tsx'
import { AppBrand } from './app-brand.tsx'
import { AppSidebar } from './app-sidebar.tsx'

/** What surrounds every page of somebody who is signed in. */
export function AppFrame({ account, children }: { account: Account; children: ReactNode }) {
  return (
    <AppShell
      brand={<AppBrand to={homePath} />}
      navigation={<AppSidebar account={account} />}
      account={<AppAccountMenu account={account} />}
    >
      {children}
      <Toaster />
    </AppShell>
  )
}
