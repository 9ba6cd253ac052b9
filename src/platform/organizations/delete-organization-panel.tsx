import { homePath } from '#/auth/home-path.ts'
import { features } from '#/features.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Button } from '#/ui/button.tsx'
import { Panel } from '#/ui/card.tsx'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { OrganizationProfile } from './contract.ts'

const numbers = features
  .flatMap(({ organizationNumbers = [] }) => organizationNumbers)
  .filter(({ isLost }) => isLost)

export function DeleteOrganizationPanel({ profile }: { profile: OrganizationProfile }) {
  const { name, slug, holds } = profile
  const remove = useAction(
    () => rpc.organizations.remove({ organizationSlug: slug, typedName: name }),
    {
      refusals: {
        HAS_SUBSCRIPTION: () => m.organizations_delete_paid({ name }),
        PAYMENT_PROVIDER_FAILED: m.organizations_delete_payment_unknown,
        FORBIDDEN: m.organizations_not_allowed,
      },
      leavesTo: () => ({ to: homePath }),
      onDone: () => toast({ title: m.organizations_deleted({ name }) }),
    },
  )

  return (
    <Panel title={m.organizations_delete()} description={m.organizations_delete_text({ name })}>
      <ConfirmDialog
        trigger={<Button variant="danger-quiet">{m.organizations_delete()}</Button>}
        title={m.organizations_delete_question({ name })}
        confirm={m.organizations_delete()}
        typedName={name}
        onConfirm={remove.run}
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
