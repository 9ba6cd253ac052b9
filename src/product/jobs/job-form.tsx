import { type ReactNode, useEffect, useRef } from 'react'
import { m } from '#/i18n/messages.ts'
import { Panel } from '#/ui/card.tsx'
import { RadioField, SelectField, TextareaField, TextField } from '#/ui/field.tsx'
import { Form, type FormOutcome } from '#/ui/form.tsx'
import { FormProblems } from '#/ui/form-problems.tsx'
import { readForm } from '#/ui/form-values.ts'
import { LeaveGuard } from '#/ui/leave-guard.tsx'
import { useHydrated } from '#/ui/use-hydrated.ts'
import { employmentTypes, workplaces } from './board-search.ts'
import { countryCodes } from './countries.ts'
import { DescriptionField } from './description-field.tsx'
import {
  jobFields,
  type JobFields,
  type NeededField,
  salaryCurrencies,
  salaryPeriods,
} from './job-fields.ts'
import { countryName, employmentTypeLabel, workplaceLabel } from './job-labels.ts'
import { jobFormSchema, type JobFormValues } from './job-form-schema.ts'
import { SkillsField } from './skills-field.tsx'

/** All that would be lost with the form, as one text. */
function textOf(form: HTMLFormElement) {
  const held = readForm(form)
  return JSON.stringify(Object.keys(jobFields.shape).map((name) => held[name]))
}

export const neededErrors = (missing: NeededField[]): FormOutcome => ({
  fieldErrors: Object.fromEntries(missing.map((field) => [field, m.jobs_manage_needed()])),
})

/** The labels of the fields that can be wrong, in the order of the page. */
const fieldLabels = () =>
  ({
    title: m.jobs_manage_field_title(),
    department: m.jobs_manage_field_department(),
    location: m.jobs_manage_field_location(),
    country: m.jobs_manage_field_country(),
    closesOn: m.jobs_manage_field_closes(),
    salaryMin: m.jobs_manage_field_salary_min(),
    salaryMax: m.jobs_manage_field_salary_max(),
    summary: m.jobs_manage_field_summary(),
    description: m.jobs_manage_field_description(),
  }) satisfies Partial<Record<keyof JobFields, string>>

const periods = {
  year: m.jobs_manage_period_year,
  month: m.jobs_manage_period_month,
  hour: m.jobs_manage_period_hour,
}

interface JobFormProps {
  organizationSlug: string
  /** Nothing for a new job. */
  fields?: JobFields
  /** Readers see it, so that it may not lose what they need. */
  isPublic?: boolean
  /** Calls `onSaved` once what was sent is stored, whatever happens afterwards. */
  onSubmit: (values: JobFormValues, onSaved: () => void) => Promise<FormOutcome | undefined>
  /** Above the fields: what stands in the way. */
  notice?: ReactNode
  /** SubmitButtons named `intent`. */
  actions: ReactNode
  /** What was done last; beside the buttons, where a toast would cover them. */
  said?: string
}

/** All that is said about a job, in four parts; the same for a draft and a published one. */
export function JobForm({
  organizationSlug,
  fields,
  isPublic = false,
  onSubmit,
  notice,
  actions,
  said,
}: JobFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const saved = useRef<string>(undefined)
  useEffect(() => {
    if (form.current) saved.current = textOf(form.current)
  }, [])

  function submit(values: JobFormValues, sent: HTMLFormElement) {
    const text = textOf(sent)
    return onSubmit(values, () => {
      saved.current = text
    })
  }

  return (
    <Form ref={form} schema={jobFormSchema(isPublic)} onSubmit={submit} className="space-y-6">
      <LeaveGuard
        hasChanges={() => form.current !== null && textOf(form.current) !== saved.current}
      />
      {notice}
      <FormProblems labels={fieldLabels()} />
      <Panel title={m.jobs_manage_section_basics()}>
        <div className="space-y-5">
          <TextField
            name="title"
            label={m.jobs_manage_field_title()}
            hint={m.jobs_manage_field_title_hint()}
            autoComplete="off"
            defaultValue={fields?.title}
          />
          <div className="grid items-end gap-5 sm:grid-cols-2">
            <TextField
              name="department"
              label={m.jobs_manage_field_department()}
              optional
              autoComplete="off"
              defaultValue={fields?.department}
            />
            <SelectField
              name="employmentType"
              label={m.jobs_manage_field_type()}
              options={employmentTypes.map((value) => ({
                value,
                label: employmentTypeLabel(value),
              }))}
              defaultValue={fields?.employmentType}
            />
          </div>
        </div>
      </Panel>
      <Panel title={m.jobs_manage_section_place()}>
        <div className="space-y-5">
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <TextField
              name="location"
              label={m.jobs_manage_field_location()}
              autoComplete="off"
              defaultValue={fields?.location}
            />
            <CountryField defaultValue={fields?.country ?? ''} />
          </div>
          <RadioField
            name="workplace"
            label={m.jobs_manage_field_workplace()}
            options={workplaces.map((value) => ({ value, label: workplaceLabel(value) }))}
            defaultValue={fields?.workplace ?? 'onsite'}
          />
          <TextField
            name="closesOn"
            type="date"
            label={m.jobs_manage_field_closes()}
            hint={m.jobs_manage_field_closes_hint()}
            optional
            className="sm:[&_input]:w-56"
            defaultValue={fields?.closesOn}
          />
        </div>
      </Panel>
      <Panel
        title={m.jobs_manage_section_salary()}
        description={m.jobs_manage_section_salary_text()}
      >
        <div className="grid grid-cols-2 items-start gap-5 sm:grid-cols-4">
          <TextField
            name="salaryMin"
            type="number"
            min={1}
            step={1}
            label={m.jobs_manage_field_salary_min()}
            optional
            defaultValue={fields?.salaryMin}
          />
          <TextField
            name="salaryMax"
            type="number"
            min={1}
            step={1}
            label={m.jobs_manage_field_salary_max()}
            optional
            defaultValue={fields?.salaryMax}
          />
          <SelectField
            name="salaryCurrency"
            label={m.jobs_manage_field_currency()}
            options={salaryCurrencies.map((value) => ({ value, label: value }))}
            defaultValue={fields?.salaryCurrency}
          />
          <SelectField
            name="salaryPeriod"
            label={m.jobs_manage_field_period()}
            options={salaryPeriods.map((value) => ({ value, label: periods[value]() }))}
            defaultValue={fields?.salaryPeriod}
          />
        </div>
      </Panel>
      <Panel title={m.jobs_manage_section_text()}>
        <div className="space-y-5">
          <TextareaField
            name="summary"
            rows={2}
            label={m.jobs_manage_field_summary()}
            hint={m.jobs_manage_field_summary_hint()}
            maxLength={300}
            defaultValue={fields?.summary}
          />
          <DescriptionField
            organizationSlug={organizationSlug}
            defaultValue={fields?.description ?? ''}
          />
          <SkillsField defaultSkills={fields?.skills ?? []} />
        </div>
      </Panel>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-end gap-2 border-t bg-canvas px-4 py-3 sm:mx-0 sm:px-0">
        <p role="status" className="mr-auto text-ink-muted">
          {said}
        </p>
        {actions}
      </div>
    </Form>
  )
}

/** Named by the browser, because the server may spell a country differently. */
function CountryField({ defaultValue }: { defaultValue: string }) {
  const hydrated = useHydrated()
  const options = hydrated
    ? countryCodes
        .map((value) => ({ value, label: countryName(value) }))
        .toSorted((a, b) => a.label.localeCompare(b.label))
    : defaultValue
      ? [{ value: defaultValue, label: defaultValue }]
      : []
  return (
    <SelectField
      name="country"
      label={m.jobs_manage_field_country()}
      placeholder={m.jobs_manage_field_country_choose()}
      options={options}
      defaultValue={defaultValue}
    />
  )
}
