import { linkOptions } from '@tanstack/react-router'
import Download from 'lucide-react/icons/download'
import type { Membership } from '#/platform/organizations/contract.ts'
import { m } from '#/i18n/messages.ts'
import { ButtonAnchor } from '#/ui/button.tsx'
import { Card } from '#/ui/card.tsx'
import { formatNumber } from '#/ui/format-number.ts'
import { OlderNewer } from '#/ui/older-newer.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { groups, groupsOfOrganization } from './actions.ts'
import { exportLimit, type Trail } from './contract.ts'
import { TrailFilters } from './trail-filters.tsx'
import { exportAddress, type TrailSearch } from './trail-search.ts'
import { TrailTable } from './trail-table.tsx'

const placeOf = (orgSlug: string) => linkOptions({ to: '/o/$orgSlug/audit', params: { orgSlug } })
const wholePlace = linkOptions({ to: '/admin/audit' })
/** The page that shows the trail, with everything but its search. */
export type TrailPlace = ReturnType<typeof placeOf> | typeof wholePlace

interface TrailPageProps {
  /** Without it, the trail of the whole site. */
  membership?: Membership
  trail: Trail
  search: TrailSearch
}

/** What happened, the newest first; the filters and the page are in the address. */
export function TrailPage({ membership, trail, search }: TrailPageProps) {
  const place: TrailPlace = membership ? placeOf(membership.slug) : wholePlace
  const { group, person, from, until } = search
  const filter = { group, person, from, until }
  return (
    <>
      <PageHeader
        title={m.audit_title()}
        description={
          membership ? m.audit_description({ name: membership.name }) : m.audit_site_description()
        }
        actions={
          <ButtonAnchor href={exportAddress(filter, membership?.slug)} download>
            <Download aria-hidden="true" />
            {m.audit_export()}
          </ButtonAnchor>
        }
      />
      <TrailFilters
        key={JSON.stringify(filter)}
        place={place}
        groups={membership ? groupsOfOrganization : groups}
        people={trail.people}
        search={search}
      />
      <Card className="mb-4 overflow-hidden">
        <TrailTable events={trail.events} ofSite={!membership} />
      </Card>
      <div className="mb-4 empty:hidden">
        <OlderNewer
          newer={trail.newer}
          older={trail.older}
          link={(beside) => linkOptions({ ...place, search: { ...filter, ...beside } })}
        />
      </div>
      <p className="text-sm text-ink-muted">
        {m.audit_export_hint({ count: formatNumber(exportLimit) })}
      </p>
    </>
  )
}
