import { safe } from '@orpc/client'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { homePath } from '#/auth/home-path.ts'
import { features } from '#/features.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Button } from '#/ui/button.tsx'
import { Panel } from '#/ui/card.tsx'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { toast } from '#/ui/toast.tsx'
import type { OrganizationProfile } from './contract.ts'

const numbers = features
  .flatMap(({ organizationNumbers = [] }) => organizationNumbers)
  .filter(({ isLost }) => isLost)

export function DeleteOrganizationPanel({ profile }: { profile: OrganizationProfile }) {
  const router = useRouter()
  const navigate = useNavigate()
  const { name, slug, holds } = profile

  async function remove(): Promise<string | undefined> {
    const { error, isDefined } = await safe(
      rpc.organizations.remove({ organizationSlug: slug, typedName: name }),
    )
    if (isDefined && error.code === 'HAS_SUBSCRIPTION') return m.organizations_delete_paid({ name })
    if (isDefined && error.code === 'PAYMENT_PROVIDER_FAILED') {
      return m.organizations_delete_payment_unknown()
    }
    if (isDefined && error.code === 'FORBIDDEN') return m.organizations_not_allowed()
    if (error) throw error
    await navigate({ to: homePath })
    router.clearCache()
    await router.invalidate()
    toast({ title: m.organizations_deleted({ name }) })
  }

  return (
    <Panel title={m.organizations_delete()} description={m.organizations_delete_text({ name })}>
      <ConfirmDialog
        trigger={<Button variant="danger-quiet">{m.organizations_delete()}</Button>}
        title={m.organizations_delete_question({ name })}
        confirm={m.organizations_delete()}
        typedName={name}
        onConfirm={remove}
      >
        <p>{m.organizations_delete_loss()}</p>
        <ul className="my-2 list-disc pl-5 text-ink">
          {numbers.map(({ name: key, text }) => (
            <li key={key}>{text({ count: holds.numbers[key] ?? 0 })}</li>
          ))}
          <li>{m.organizations_count_members({ count: holds.members })}</li>
        </ul>
        <p>{m.organizations_delete_keeps()}</p>
      </ConfirmDialog>
    </Panel>
  )
}
