import { linkOptions } from '@tanstack/react-router'
import { languageOptions } from '#/platform/navigation/app-language.tsx'
import { m } from '#/i18n/messages.ts'
import { Badge } from '#/ui/badge.tsx'
import { Breadcrumb } from '#/ui/breadcrumb.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Panel } from '#/ui/card.tsx'
import { DescriptionList } from '#/ui/description-list.tsx'
import { formatDate } from '#/ui/format-date.ts'
import { Notice } from '#/ui/notice.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { Table } from '#/ui/table.tsx'
import { Time } from '#/ui/time.tsx'
import type { UserDetails } from './contract.ts'
import { RoleActions } from './role-actions.tsx'
import { AccountState } from './state-labels.tsx'
import { subscriptionColumns } from './subscriptions-page.tsx'
import { membershipColumns, sessionColumns } from './user-columns.tsx'
import { SuspensionActions } from './suspension-actions.tsx'

export function UserPage({ user, isMe }: { user: UserDetails; isMe: boolean }) {
  const { suspension } = user
  return (
    <>
      <PageHeader
        title={user.name}
        description={user.email}
        mark={user.role === 'admin' && <Badge tone="primary">{m.admin_role_admin()}</Badge>}
        breadcrumb={
          <Breadcrumb
            crumbs={[{ label: m.admin_users_title(), link: linkOptions({ to: '/admin/users' }) }]}
          />
        }
        actions={
          <>
            <ButtonLink to="/admin/audit" search={{ person: user.id }}>
              {m.navigation_app_audit()}
            </ButtonLink>
            <RoleActions user={user} isMe={isMe} />
            {user.role !== 'admin' && !isMe && <SuspensionActions user={user} />}
          </>
        }
      />
      <div className="space-y-6">
        {suspension && (
          <Notice
            tone="danger"
            title={
              suspension.until
                ? m.admin_suspended_until({ date: formatDate(suspension.until, 'date') })
                : m.admin_suspended_forever()
            }
          >
            {suspension.reason}
          </Notice>
        )}
        <Panel title={m.admin_user_details()}>
          <DescriptionList
            className="-my-2.5"
            facts={[
              { term: m.admin_column_state(), value: <AccountState state={user.state} /> },
              { term: m.admin_column_joined(), value: <Time value={user.createdAt} /> },
              { term: m.admin_user_language(), value: languageOf(user.locale) },
              {
                term: m.admin_user_id(),
                value: <code className="font-mono text-xs">{user.id}</code>,
              },
            ]}
          />
        </Panel>
        <Panel flush title={m.admin_user_sessions()}>
          <Table
            caption={m.admin_user_sessions()}
            rows={user.sessions}
            rowKey={(row) => row.id}
            empty={<Nothing>{m.admin_user_no_sessions()}</Nothing>}
            columns={sessionColumns()}
          />
        </Panel>
        <Panel flush title={m.admin_user_memberships()}>
          <Table
            caption={m.admin_user_memberships()}
            rows={user.memberships}
            rowKey={(row) => row.slug}
            empty={<Nothing>{m.admin_user_no_memberships()}</Nothing>}
            columns={membershipColumns()}
          />
        </Panel>
        <Panel flush title={m.admin_user_subscriptions()}>
          <Table
            caption={m.admin_user_subscriptions()}
            rows={user.subscriptions}
            rowKey={(row) => row.id}
            empty={<Nothing>{m.admin_user_no_subscriptions()}</Nothing>}
            columns={subscriptionColumns()}
          />
        </Panel>
      </div>
    </>
  )
}

const languageOf = (locale: string) =>
  languageOptions.find(({ value }) => value === locale)?.label ?? locale

const Nothing = ({ children }: { children: string }) => (
  <p className="px-4 py-3 text-ink-muted">{children}</p>
)
