import clsx from 'clsx'
import { useId } from 'react'
import type { ComponentProps, ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { Checkbox, Radio } from './checkbox.tsx'
import { useFormState } from './form.tsx'
import { Input, InputGroup } from './input.tsx'
import { Select } from './select.tsx'
import type { Option } from './select.tsx'
import { Textarea } from './textarea.tsx'

interface FieldFrame {
  name: string
  label: ReactNode
  /** One line below the label, before anything is entered. */
  hint?: ReactNode
  /** Writes "optional" beside the label; without it the control is announced as required. */
  optional?: boolean
  /** At the end of the label's line: "Forgot password?". */
  aside?: ReactNode
  className?: string
}

/** What a control needs to belong to its field; spread it on the element that has the focus. */
interface FieldControl {
  id: string
  name: string
  required: boolean
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

function useFieldControl(name: string, hint: ReactNode, optional = false) {
  const id = useId()
  const error = useFormState().errors[name]
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const control: FieldControl = {
    id,
    name,
    required: !optional,
    'aria-invalid': error ? true : undefined,
    'aria-describedby':
      [error && errorId, hint && hintId].filter((part) => Boolean(part)).join(' ') || undefined,
  }
  return { control, error, hintId, errorId }
}

function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-sm text-danger">
      {children}
    </p>
  )
}

const Optional = () => <span className="font-normal text-ink-faint">({m.ui_optional()})</span>

/** Label, hint and error around a control of one's own: `{(control) => <Input {...control} />}`. */
export function Field({
  name,
  label,
  hint,
  optional,
  aside,
  className,
  children,
}: FieldFrame & { children: (control: FieldControl) => ReactNode }) {
  const { control, error, hintId, errorId } = useFieldControl(name, hint, optional)
  return (
    <div className={clsx('space-y-1.5', className)}>
      <div>
        <div className="flex items-baseline justify-between gap-4 text-sm">
          <label htmlFor={control.id} className="font-medium">
            {label} {optional && <Optional />}
          </label>
          {aside}
        </div>
        {hint && (
          <p id={hintId} className="text-sm text-ink-muted">
            {hint}
          </p>
        )}
      </div>
      {children(control)}
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  )
}

type Own = 'name' | 'id' | 'required' | 'className' | 'children'

function splitFrame<Props extends FieldFrame>(props: Props) {
  const { name, label, hint, optional, aside, className, ...control } = props
  return { frame: { name, label, hint, optional, aside, className }, control }
}

export function TextField(props: FieldFrame & Omit<ComponentProps<typeof InputGroup>, Own>) {
  const { frame, control } = splitFrame(props)
  const { start, end, ...given } = control
  const posted = useFormState().values[frame.name]
  const input = posted === undefined ? given : { ...given, defaultValue: posted }
  return (
    <Field {...frame}>
      {(own) =>
        start || end ? (
          <InputGroup {...input} {...own} start={start} end={end} />
        ) : (
          <Input {...input} {...own} />
        )
      }
    </Field>
  )
}

export function TextareaField(props: FieldFrame & Omit<ComponentProps<typeof Textarea>, Own>) {
  const { frame, control } = splitFrame(props)
  return <Field {...frame}>{(own) => <Textarea {...control} {...own} />}</Field>
}

export function SelectField(props: FieldFrame & Omit<ComponentProps<typeof Select>, Own>) {
  const { frame, control } = splitFrame(props)
  return <Field {...frame}>{(own) => <Select {...control} {...own} />}</Field>
}

/** One box with its own label. A box that need not be ticked is not "optional". */
export function CheckboxField({
  name,
  label,
  hint,
  className,
  ...rest
}: Pick<FieldFrame, 'name' | 'label' | 'hint' | 'className'> &
  Omit<ComponentProps<typeof Checkbox>, Own | 'label' | 'hint'>) {
  const { control, error, errorId } = useFieldControl(name, undefined, true)
  return (
    <div className={clsx('space-y-1', className)}>
      <Checkbox {...rest} {...control} label={label} hint={hint} />
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  )
}

interface ChoiceOption extends Option {
  hint?: ReactNode
}

function ChoiceGroup({
  role,
  frame,
  children,
}: {
  role?: 'radiogroup'
  frame: FieldFrame
  children: (control: Omit<FieldControl, 'id' | 'required'>) => ReactNode
}) {
  const { name, label, hint, optional, aside, className } = frame
  const { control, error, hintId, errorId } = useFieldControl(name, hint, optional)
  const { id, required, ...own } = control
  return (
    <fieldset
      id={id}
      role={role}
      aria-required={role && required}
      aria-describedby={own['aria-describedby']}
      className={clsx('space-y-1.5', className)}
    >
      <legend className="flex w-full items-baseline justify-between gap-4 text-sm font-medium">
        <span>
          {label} {optional && <Optional />}
        </span>
        {aside}
      </legend>
      {hint && (
        <p id={hintId} className="text-sm text-ink-muted">
          {hint}
        </p>
      )}
      <div className="space-y-1">{children(own)}</div>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </fieldset>
  )
}

/** Pick one; for more than six use SelectField. */
export function RadioField({
  options,
  defaultValue,
  onChange,
  ...frame
}: FieldFrame & {
  options: ChoiceOption[]
  defaultValue?: string
  onChange?: (value: string) => void
}) {
  return (
    <ChoiceGroup role="radiogroup" frame={frame}>
      {(own) =>
        options.map((option) => (
          <Radio
            key={option.value}
            {...own}
            {...option}
            defaultChecked={option.value === defaultValue}
            onChange={() => onChange?.(option.value)}
          />
        ))
      }
    </ChoiceGroup>
  )
}
