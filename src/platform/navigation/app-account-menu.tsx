import { useLocation, useRouter } from '@tanstack/react-router'
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down'
import CreditCard from 'lucide-react/icons/credit-card'
import LogOut from 'lucide-react/icons/log-out'
import Settings from 'lucide-react/icons/settings'
import { useRef } from 'react'
import { signOut } from '#/auth/auth-client.ts'
import type { Account } from '#/platform/identity/contract.ts'
import { explainRefusal } from '#/platform/identity/explain-refusal.ts'
import { m } from '#/i18n/messages.ts'
import { Avatar } from '#/ui/avatar.tsx'
import { Button } from '#/ui/button.tsx'
import { NavGroup, NavItem } from '#/ui/nav-item.tsx'
import { ThemeSwitch } from '#/ui/theme-switch.tsx'
import { toast } from '#/ui/toast.tsx'
import { useDismissedDetails } from '#/ui/use-dismissed-details.ts'
import { VisuallyHidden } from '#/ui/visually-hidden.tsx'
import { AppLanguage } from './app-language.tsx'

/**
 * Opens in place, with the browser's own disclosure: on a phone it lies inside the sheet, above
 * which no floating menu could be seen, and it works before hydration.
 */
export function AppAccountMenu({ account }: { account: Account }) {
  // Closed again on the next page.
  const pathname = useLocation({ select: (location) => location.pathname })
  const details = useRef<HTMLDetailsElement>(null)
  useDismissedDetails(details)
  return (
    <details
      ref={details}
      key={pathname}
      onToggle={({ currentTarget }) => currentTarget.scrollIntoView({ block: 'nearest' })}
    >
      <summary className="flex cursor-pointer list-none items-center gap-2.5 rounded-base px-2 py-1.5 transition-colors select-none hover:bg-ink/6 [&::-webkit-details-marker]:hidden">
        <VisuallyHidden>{m.navigation_app_account()}</VisuallyHidden>
        <Avatar name={account.name} />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm font-medium">{account.name}</span>
          <span className="block truncate text-xs text-ink-muted">{account.email}</span>
        </span>
        <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
      </summary>
      <div className="space-y-3 pt-2">
        <NavGroup>
          <NavItem to="/account" icon={<Settings aria-hidden="true" />}>
            {m.navigation_app_account()}
          </NavItem>
          <NavItem to="/billing" icon={<CreditCard aria-hidden="true" />}>
            {m.navigation_app_billing()}
          </NavItem>
        </NavGroup>
        <div className="flex flex-wrap items-center gap-2">
          <ThemeSwitch />
          <AppLanguage className="min-w-24 flex-1" />
        </div>
        <SignOut />
      </div>
    </details>
  )
}

function SignOut() {
  const router = useRouter()

  async function leave() {
    const answer = await signOut()
    if (!answer.ok) return toast({ title: explainRefusal(answer), tone: 'danger' })
    // Nothing that was loaded for this person stays behind.
    router.clearCache()
    await router.navigate({ to: '/sign-in', search: { notice: 'signed-out' } })
    await router.invalidate()
  }

  return (
    <Button className="w-full" onClick={leave}>
      <LogOut aria-hidden="true" />
      {m.navigation_app_sign_out()}
    </Button>
  )
}
