import { useNavigate } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { SelectField, TextField } from '#/ui/field.tsx'
import { readForm } from '#/ui/form-values.ts'
import type { ActionGroup } from './action-groups.ts'
import type { Named } from './contract.ts'
import { nameOf } from './event-sentence.ts'
import { parseTrailSearch, type TrailSearch } from './trail-search.ts'
import type { TrailPlace } from './trail-page.tsx'

const names: Record<ActionGroup, () => string> = {
  people: m.audit_group_people,
  organization: m.audit_group_organization,
  jobs: m.audit_group_jobs,
  applications: m.audit_group_applications,
  billing: m.audit_group_billing,
  accounts: m.audit_group_accounts,
  administration: m.audit_group_administration,
  trail: m.audit_group_trail,
}

interface TrailFiltersProps {
  place: TrailPlace
  groups: readonly ActionGroup[]
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
      <div className="sm:w-48">
        <SelectField
          name="group"
          label={m.audit_filter_group()}
          defaultValue={group ?? ''}
          placeholder={m.audit_filter_all()}
          options={groups.map((value) => ({ value, label: names[value]() }))}
        />
      </div>
      {people.length > 0 && (
        <div className="sm:w-48">
          <SelectField
            name="person"
            label={m.audit_filter_person()}
            defaultValue={person ?? ''}
            placeholder={m.audit_filter_anybody()}
            options={people.map((one) => ({ value: one.id, label: nameOf(one) }))}
          />
        </div>
      )}
      <div className="max-sm:col-start-1 sm:w-40">
        <TextField type="date" name="from" label={m.audit_filter_from()} defaultValue={from} />
      </div>
      <div className="sm:w-40">
        <TextField type="date" name="until" label={m.audit_filter_until()} defaultValue={until} />
      </div>
      <div className="flex gap-2 max-sm:col-span-2">
        <Button type="submit">{m.audit_filter_show()}</Button>
        {isFiltered && (
          <ButtonLink variant="quiet" {...place} search={{}}>
            {m.audit_filter_clear()}
          </ButtonLink>
        )}
      </div>
    </form>
  )
}
