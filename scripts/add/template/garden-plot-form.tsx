import { type ReactNode, useEffect, useRef } from 'react'
import { m } from '#/i18n/messages.ts'
import { Card } from '#/ui/card.tsx'
import { CheckboxField, RadioField, SelectField, TextareaField, TextField } from '#/ui/field.tsx'
import { Form, FormActions, type Problem } from '#/ui/form.tsx'
import { readForm } from '#/ui/form-values.ts'
import { LeaveGuard } from '#/ui/leave-guard.tsx'
// <fields imports>
import { gardenPlotFields, type GardenPlotFields } from './garden-plot-fields.ts'
// <fields form-label-imports>

/** Everything that the form holds, to tell whether it has changed. */
const textOf = (form: HTMLFormElement) => JSON.stringify(readForm(form))

interface GardenPlotFormProps {
  /** Absent for a new one. */
  fields?: GardenPlotFields
  onSubmit: (values: GardenPlotFields) => Promise<Problem | undefined>
  /** The SubmitButton. */
  children: ReactNode
}

/** The fields of a garden plot; the same for a new one and for one that is changed. */
export function GardenPlotForm({ fields, onSubmit, children }: GardenPlotFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const begun = useRef<string>(undefined)
  useEffect(() => {
    if (form.current) begun.current = textOf(form.current)
  }, [])

  return (
    <Card className="p-4">
      <Form ref={form} schema={gardenPlotFields} onSubmit={onSubmit}>
        <LeaveGuard
          hasChanges={() => form.current !== null && textOf(form.current) !== begun.current}
        />
        {/* <fields controls> */}
        <FormActions>{children}</FormActions>
      </Form>
    </Card>
  )
}
