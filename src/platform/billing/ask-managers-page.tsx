import { m } from '#/i18n/messages.ts'
import { Avatar } from '#/ui/avatar.tsx'
import { Badge } from '#/ui/badge.tsx'
import { Panel } from '#/ui/card.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { TextAnchor } from '#/ui/text-anchor.tsx'

type Colleague = { id: string; name: string; email: string; role: 'owner' | 'admin' | 'member' }

/** Instead of the plan, for members who may not see it. */
export function AskManagersPage({
  organization,
  colleagues,
}: {
  organization: string
  colleagues: Colleague[]
}) {
  const managers = colleagues.filter(({ role }) => role !== 'member')
  return (
    <div className="max-w-reading">
      <PageHeader title={m.billing_title()} />
      <Panel
        flush
        title={m.billing_ask_title({ name: organization })}
        description={m.billing_ask_text()}
      >
        <ul className="divide-y">
          {managers.map(({ id, name, email, role }) => (
            <li key={id} className="flex flex-wrap items-center gap-3 px-4 py-3">
              <Avatar name={name} />
              <div className="min-w-0 flex-1">
                <p className="font-medium">{name}</p>
                <TextAnchor href={`mailto:${email}`}>{email}</TextAnchor>
              </div>
              <Badge>{role === 'owner' ? m.billing_role_owner() : m.billing_role_admin()}</Badge>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
