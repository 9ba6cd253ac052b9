import type { ReactNode } from 'react'
import type { Account } from '#/features/identity/contract.ts'
import { AppShell } from '#/ui/app-shell.tsx'
import { Toaster } from '#/ui/toast.tsx'
import { AppAccountMenu } from './app-account-menu.tsx'
import { AppBrand } from './app-brand.tsx'
import { AppPreferences } from './app-preferences.tsx'
import { AppSidebar } from './app-sidebar.tsx'

/** What surrounds every page of somebody who is signed in. */
export function AppFrame({ account, children }: { account: Account; children: ReactNode }) {
  return (
    <AppShell
      brand={<AppBrand to="/home" />}
      navigation={<AppSidebar account={account} />}
      account={
        <div className="space-y-2">
          <AppPreferences />
          <AppAccountMenu account={account} />
        </div>
      }
    >
      {children}
      <Toaster />
    </AppShell>
  )
}
