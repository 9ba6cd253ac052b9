import { describeDevice } from '#/platform/identity/describe-device.ts'
import { m } from '#/i18n/messages.ts'
import { type Column, Table } from '#/ui/table.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { FurrowsDrawing } from '#/ui/drawings/furrows.tsx'
import { Time } from '#/ui/time.tsx'
import { VisuallyHidden } from '#/ui/visually-hidden.tsx'
import type { TrailEvent } from './contract.ts'
import { type Change, changesOf } from './event-changes.ts'
import { nameOf, sentenceOf } from './event-sentence.ts'

interface TrailTableProps {
  events: TrailEvent[]
  /** Names the organisation of each, where there are several. */
  ofSite: boolean
}

export const TrailTable = ({ events, ofSite }: TrailTableProps) => (
  <Table
    caption={m.audit_title()}
    rows={events}
    rowKey={({ id }) => id}
    columns={columns().filter(({ key }) => ofSite || key !== 'organization')}
    empty={
      <EmptyState as="h2" drawing={<FurrowsDrawing />} title={m.audit_empty_title()}>
        {m.audit_empty_text()}
      </EmptyState>
    }
  />
)

const placeOf = ({ organization }: TrailEvent) =>
  organization ? (organization.name ?? organization.id) : m.audit_site()

/** Made for each page: the language is that of the request. */
const columns = (): Column<TrailEvent>[] => [
  {
    key: 'event',
    header: m.audit_column_event(),
    cell: (event) => (
      <>
        <Event event={event} />
        <OnPhone event={event} />
      </>
    ),
  },
  {
    key: 'organization',
    header: m.audit_column_organization(),
    className: 'xl:w-44 text-ink-muted',
    cell: placeOf,
  },
  {
    key: 'where',
    header: m.audit_column_where(),
    hideOnPhone: true,
    className: 'xl:w-48 text-ink-muted',
    cell: ({ address, userAgent }) => <Where address={address} userAgent={userAgent} />,
  },
  {
    key: 'when',
    header: m.audit_column_when(),
    hideOnPhone: true,
    align: 'end',
    className: 'xl:w-44 text-ink-muted',
    cell: ({ occurredAt }) => <Time value={occurredAt} format="datetime" />,
  },
]

function Event({ event }: { event: TrailEvent }) {
  const changes = changesOf(event)
  return (
    <>
      <span className="break-words">{sentenceOf(event)}</span>
      {changes.length > 0 && (
        <span className="mt-0.5 block font-normal break-words text-ink-muted">
          {changes.map((change, at) => (
            <span key={change.label}>
              {at > 0 && ' · '}
              <ChangeText {...change} />
            </span>
          ))}
        </span>
      )}
      {event.impersonator && (
        <span className="mt-0.5 block font-normal text-accent-ink">
          {m.audit_acted_as({ admin: nameOf(event.impersonator), actor: nameOf(event.actor) })}
        </span>
      )}
    </>
  )
}

/** The other columns, in one line. */
const OnPhone = ({ event: { occurredAt, address } }: { event: TrailEvent }) => (
  <span className="mt-0.5 flex flex-wrap justify-between gap-x-3 font-normal text-ink-muted sm:hidden">
    <Time value={occurredAt} format="datetime" />
    {address && <span className="font-mono text-xs leading-5 break-all">{address}</span>}
  </span>
)

const ChangeText = ({ label, from, to }: Change) => (
  <>
    {label}: {from !== null && <span className={to === null ? '' : 'line-through'}>{from}</span>}
    {from !== null && to !== null && (
      <>
        <span aria-hidden="true"> → </span>
        <VisuallyHidden>, </VisuallyHidden>
      </>
    )}
    {to}
  </>
)

function Where({ address, userAgent }: { address: string | null; userAgent: string | null }) {
  const device = describeDevice(userAgent)
  if (!address && !device) return <span className="text-ink-faint">–</span>
  return (
    <>
      {device && (
        <span className="block">
          {device.browser}, {device.system}
        </span>
      )}
      {address && <span className="block font-mono text-xs break-all">{address}</span>}
    </>
  )
}
