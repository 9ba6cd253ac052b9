import type { MouseEvent } from 'react'
import { m } from '#/i18n/messages.ts'
import { useFormState } from './form.tsx'
import { Notice } from './notice.tsx'
import { TextAnchor } from './text-anchor.tsx'

interface FormProblemsProps {
  /** The label of each field by its name, in the order of the page. */
  labels: Record<string, string>
}

/** At the top of a long Form: links to the wrong fields, as soon as there is more than one. */
export function FormProblems({ labels }: FormProblemsProps) {
  const { errors } = useFormState()
  const wrong = Object.keys(labels).filter((name) => errors[name])
  if (wrong.length < 2) return null
  return (
    <Notice tone="danger" role="alert" title={m.ui_form_problems({ count: wrong.length })}>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {wrong.map((name) => (
          <li key={name}>
            <TextAnchor href={`#${name}`} onClick={(event) => focusField(event, name)}>
              {labels[name]}
            </TextAnchor>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** In the middle of the screen, because the row of buttons covers the lower edge. */
function focusField(event: MouseEvent<HTMLElement>, name: string) {
  event.preventDefault()
  const found = event.currentTarget.closest('form')?.elements.namedItem(name)
  const field = found instanceof RadioNodeList ? found[0] : found
  if (!(field instanceof HTMLElement)) return
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
}
