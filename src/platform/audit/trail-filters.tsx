import { useNavigate } from '@tanstack/react-router'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import type { AuditGroup } from '#/define-feature.ts'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { readForm } from '#/ui/form-values.ts'
import { Input } from '#/ui/input.tsx'
import { Select } from '#/ui/select.tsx'
import type { Named } from './contract.ts'
import { nameOf } from './event-sentence.ts'
import { parseTrailSearch, type TrailSearch } from './trail-search.ts'
import type { TrailPlace } from './trail-page.tsx'

interface TrailFiltersProps {
  place: TrailPlace
  groups: AuditGroup[]
  people: Named[]
  search: TrailSearch
}

/** All of it is in the address, and works without JavaScript too. */
export function TrailFilters({ place, groups, people, search }: TrailFiltersProps) {
  const navigate = useNavigate()
  const { group, person, from, until } = search
  const isFiltered = Boolean(group || person || from || until)
  return (
    <form
      role="search"
      className="mb-4 grid grid-cols-2 items-end gap-x-3 gap-y-3 sm:flex sm:flex-wrap"
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ ...place, search: parseTrailSearch(readForm(event.currentTarget)) })
      }}
    >
      <Filter
        label={m.audit_filter_group()}
        className={clsx('sm:w-48', people.length === 0 && 'max-sm:col-span-2')}
      >
        <Select
          name="group"
          defaultValue={group ?? ''}
          placeholder={m.audit_filter_all()}
          options={groups.map(({ name, label }) => ({ value: name, label: label() }))}
        />
      </Filter>
      {people.length > 0 && (
        <Filter label={m.audit_filter_person()} className="sm:w-48">
          <Select
            name="person"
            defaultValue={person ?? ''}
            placeholder={m.audit_filter_anybody()}
            options={people.map((one) => ({ value: one.id, label: nameOf(one) }))}
          />
        </Filter>
      )}
      <Filter label={m.audit_filter_from()} className="max-sm:col-start-1 sm:w-40">
        <Input type="date" name="from" defaultValue={from} />
      </Filter>
      <Filter label={m.audit_filter_until()} className="sm:w-40">
        <Input type="date" name="until" defaultValue={until} />
      </Filter>
      <div className="flex gap-2 max-sm:col-span-2">
        <Button type="submit" native className="max-sm:grow">
          {m.audit_filter_show()}
        </Button>
        {isFiltered && (
          <ButtonLink variant="quiet" {...place} search={{}}>
            {m.audit_filter_clear()}
          </ButtonLink>
        )}
      </div>
    </form>
  )
}

/** A field of a form is needed unless it says otherwise; these never are. */
const Filter = ({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) => (
  <label className={clsx('block min-w-0', className)}>
    <span className="mb-1.5 block text-sm font-medium">{label}</span>
    {children}
  </label>
)
