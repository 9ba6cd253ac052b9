import type { Membership } from '#/platform/organizations/contract.ts'
import { m } from '#/i18n/messages.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Notice } from '#/ui/notice.tsx'
import { publishedJobs } from './plan-limits.ts'

/** The plan has no place left: an offer for those who decide on it, or whom to ask. */
export function LimitNotice({ membership, limit }: { membership: Membership; limit: number }) {
  const teamLimit = publishedJobs.allowed.team
  const isTeam = limit >= teamLimit
  const mayPay = membership.role !== 'member'
  return (
    <Notice
      tone="warning"
      role="alert"
      title={m.jobs_manage_limit_title({ count: limit })}
      action={
        mayPay &&
        !isTeam && (
          <ButtonLink
            to="/o/$orgSlug/billing"
            params={{ orgSlug: membership.slug }}
            variant="primary"
            size="sm"
          >
            {m.jobs_manage_limit_action()}
          </ButtonLink>
        )
      }
    >
      {explain()}
    </Notice>
  )

  function explain() {
    if (isTeam) return m.jobs_manage_limit_text_team()
    return mayPay
      ? m.jobs_manage_limit_text_manager({ limit: teamLimit })
      : m.jobs_manage_limit_text_member({ name: membership.name })
  }
}
