import clsx from 'clsx'
import { createContext, use, useMemo, useRef, useState } from 'react'
import type { ComponentProps, ReactNode, Ref, SubmitEvent } from 'react'
import { flushSync } from 'react-dom'
import { Button } from './button.tsx'
import { explainFailure } from './explain-failure.ts'
import type { FieldErrors, FormSchema } from './form-validation.ts'
import { labelIn, readForm } from './form-values.ts'
import { NeedsScripts } from './needs-scripts.tsx'
import { Notice } from './notice.tsx'

/** What the other side answered. Nothing, or neither of the two, means that it worked. */
export interface FormOutcome {
  /** By field name: "This address is taken." */
  fieldErrors?: FieldErrors
  formError?: ReactNode
}

/** A problem to show; a sentence alone is about the whole form. */
export type Problem = FormOutcome | string
type Answer = Problem | undefined | void

/** Comes with the first press, as the schema may: the page of a form is shown without both. */
const validation = () => import('./form-validation.ts')

/** The entries of a form that the browser has posted itself, and what was wrong with it. */
export interface PostedState extends FormOutcome {
  values: Record<string, string>
}

interface FormState {
  errors: FieldErrors
  busy: boolean
  /** It works without scripts. */
  isPlain: boolean
  /** To begin with, by field name. */
  values: Record<string, string>
}

const FormContext = createContext<FormState>({
  errors: {},
  busy: false,
  isPlain: false,
  values: {},
})

/** For controls of one's own inside a Form: is it being sent, and what is wrong with a field. */
export const useFormState = () => use(FormContext)

interface FormProps<Output> {
  /** Any Standard Schema, such as a Zod schema; see readForm for the shape that it validates. */
  schema: FormSchema<Output>
  /** Called with what the schema returned. Throwing shows a general sentence; a bug is reported. */
  onSubmit: (values: Output, form: HTMLFormElement) => Answer | Promise<Answer>
  /**
   * For a form whose route also answers a plain POST, so that it works before and without scripts:
   * what that answered, or null.
   */
  posted?: PostedState | null
  children: ReactNode
  ref?: Ref<HTMLFormElement>
  className?: string
  'aria-label'?: string
  'aria-labelledby'?: string
}

/**
 * Inputs stay uncontrolled and keep what was entered, whatever happens. A field is checked when
 * the form is sent, and from then on with every change until it is right.
 */
export function Form<Output>({
  schema,
  onSubmit,
  posted,
  children,
  className,
  ...rest
}: FormProps<Output>) {
  const [invalid, setInvalid] = useState<FieldErrors>({})
  const [answered, setAnswered] = useState<FormOutcome>(posted ?? {})
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)
  const latestCheck = useRef(0)
  const pressed = useRef<HTMLElement>(null)

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    // A form in a dialog is a React child of the page's form, and its event bubbles there too.
    event.stopPropagation()
    if (sending.current) return
    const form = event.currentTarget
    pressed.current = event.nativeEvent.submitter
    const values = readForm(form, pressed.current)
    sending.current = true
    latestCheck.current += 1
    setBusy(true)
    // What was answered before is no answer to this attempt.
    setAnswered({})
    try {
      const { validateForm } = await validation()
      const checked = await validateForm(schema, values, labelIn(form))
      if (checked.errors) {
        show(form, checked.errors, { formError: checked.formError })
        return
      }
      const answer = await onSubmit(checked.values, form)
      show(form, {}, typeof answer === 'string' ? { formError: answer } : (answer ?? {}))
    } catch (error) {
      show(form, {}, { formError: explainFailure(error) })
    } finally {
      sending.current = false
      setBusy(false)
    }
  }

  function show(form: HTMLFormElement, errors: FieldErrors, outcome: FormOutcome) {
    const named = { ...outcome.fieldErrors, ...errors }
    const visible = [...form.elements].filter(
      (control) => control instanceof HTMLElement && control.offsetParent !== null,
    )
    const place = (name: string) => visible.find((control) => control.getAttribute('name') === name)
    const unseen = Object.keys(named).filter((name) => !place(name))
    flushSync(() => {
      setInvalid(errors)
      setAnswered({
        ...outcome,
        formError: outcome.formError ?? unseen.map((name) => named[name]).join(' '),
      })
    })
    const first = visible.find((control) => named[control.getAttribute('name') ?? ''])
    if (first instanceof HTMLElement) first.focus()
    else form.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' })
  }

  async function recheck(event: React.FormEvent<HTMLFormElement>) {
    const name = event.target instanceof Element ? event.target.getAttribute('name') : null
    if (!name || sending.current) return
    if (answered.fieldErrors?.[name]) {
      const { [name]: _, ...others } = answered.fieldErrors
      setAnswered({ ...answered, fieldErrors: others })
    }
    if (Object.keys(invalid).length === 0) return
    latestCheck.current += 1
    const check = latestCheck.current
    const form = event.currentTarget
    // As it was sent: one button may need more than another.
    const values = readForm(form, pressed.current)
    const { validateForm } = await validation()
    const { errors = {} } = await validateForm(schema, values, labelIn(form))
    if (check !== latestCheck.current) return
    // Every marked field, since a rule may join two of them; none that was not marked before.
    setInvalid((marked) =>
      Object.fromEntries(Object.entries(errors).filter(([field]) => field in marked)),
    )
  }

  const errors = useMemo(
    () => ({ ...answered.fieldErrors, ...invalid }),
    [answered.fieldErrors, invalid],
  )
  const isPlain = posted !== undefined
  const values = posted?.values
  const state = useMemo(
    () => ({ errors, busy, isPlain, values: values ?? {} }),
    [errors, busy, isPlain, values],
  )

  return (
    <FormContext value={state}>
      {/* post: a press before hydration must not write a password into the address. */}
      <form
        {...rest}
        method="post"
        noValidate
        data-plain={isPlain ? '' : undefined}
        aria-busy={busy}
        onSubmit={send}
        onInput={recheck}
        className={clsx('space-y-5', className)}
      >
        {!isPlain && <NeedsScripts />}
        {answered.formError && (
          <Notice tone="danger" role="alert">
            {answered.formError}
          </Notice>
        )}
        {children}
      </form>
    </FormContext>
  )
}

/** Sends its form; is busy while sending. Says what will happen: "Publish job". */
export function SubmitButton({ variant = 'primary', ...rest }: ComponentProps<typeof Button>) {
  const { busy, isPlain } = useFormState()
  return (
    <Button {...rest} type="submit" variant={variant} native={isPlain} busy={busy || rest.busy} />
  )
}

/** The row of buttons at a form's end. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3 pt-1">{children}</div>
}
