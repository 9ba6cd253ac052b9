import { useRouter } from '@tanstack/react-router'
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down'
import CreditCard from 'lucide-react/icons/credit-card'
import LogOut from 'lucide-react/icons/log-out'
import Settings from 'lucide-react/icons/settings'
import { signOut } from '#/auth/auth-client.ts'
import { explainRefusal } from '#/features/identity/explain-refusal.ts'
import type { Account } from '#/features/identity/contract.ts'
import { m } from '#/i18n/messages.ts'
import { Avatar } from '#/ui/avatar.tsx'
import { Button } from '#/ui/button.tsx'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '#/ui/menu.tsx'
import { toast } from '#/ui/toast.tsx'

export function AppAccountMenu({ account }: { account: Account }) {
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
    <Menu
      side="top"
      align="start"
      trigger={
        <Button
          variant="quiet"
          aria-label={m.navigation_app_account_menu({ name: account.name })}
          className="h-auto w-full justify-start! px-2 py-1.5 text-left"
        >
          <Avatar name={account.name} />
          <span className="min-w-0 flex-1">
            <span className="block truncate text-ink">{account.name}</span>
            <span className="block truncate text-xs font-normal text-ink-muted">
              {account.email}
            </span>
          </span>
          <ChevronsUpDown aria-hidden="true" />
        </Button>
      }
    >
      <MenuLink to="/account" icon={<Settings aria-hidden="true" />}>
        {m.navigation_app_account()}
      </MenuLink>
      <MenuLink to="/billing" icon={<CreditCard aria-hidden="true" />}>
        {m.navigation_app_billing()}
      </MenuLink>
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden="true" />} onSelect={() => void leave()}>
        {m.navigation_app_sign_out()}
      </MenuItem>
    </Menu>
  )
}
