import { type ReactNode, useEffect, useRef } from 'react'
import { m } from '#/i18n/messages.ts'
import { Card } from '#/ui/card.tsx'
import { CheckboxField, RadioField, SelectField, TextareaField, TextField } from '#/ui/field.tsx'
import { Form, FormActions, type FormOutcome } from '#/ui/form.tsx'
import { readForm } from '#/ui/form-values.ts'
import { LeaveGuard } from '#/ui/leave-guard.tsx'
// <fields imports>
import { gardenPlotFields, type GardenPlotFields } from './garden-plot-fields.ts'
// <fields form-label-imports>

/** All that would be lost with the form, as one text. */
const textOf = (form: HTMLFormElement) => JSON.stringify(readForm(form))

interface GardenPlotFormProps {
  /** Nothing for a new one. */
  fields?: GardenPlotFields
  /** Calls `onSaved` once what was sent is stored, whatever happens afterwards. */
  onSubmit: (values: GardenPlotFields, onSaved: () => void) => Promise<FormOutcome | undefined>
  /** The SubmitButton. */
  children: ReactNode
}

/** The fields of a garden plot; the same for a new one and for one that is changed. */
export function GardenPlotForm({ fields, onSubmit, children }: GardenPlotFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const saved = useRef<string>(undefined)
  useEffect(() => {
    if (form.current) saved.current = textOf(form.current)
  }, [])

  function submit(values: GardenPlotFields, sent: HTMLFormElement) {
    const text = textOf(sent)
    return onSubmit(values, () => {
      saved.current = text
    })
  }

  return (
    <Card className="p-4">
      <Form ref={form} schema={gardenPlotFields} onSubmit={submit}>
        <LeaveGuard
          hasChanges={() => form.current !== null && textOf(form.current) !== saved.current}
        />
        {/* <fields controls> */}
        <FormActions>{children}</FormActions>
      </Form>
    </Card>
  )
}
