/**
 * What a form holds, by field name:
 * - text, select, hidden: a string; a number input: a number, or undefined when empty;
 * - one checkbox without `value`: a boolean; checkboxes with `value`: the list of those ticked;
 * - radio buttons: the chosen value, or undefined; `select multiple`: a list;
 * - file: a File, or undefined; with `multiple`: a list;
 * - the button that was pressed, when it has a name.
 */
export function readForm(form: HTMLFormElement, submitter?: HTMLElement | null) {
  const values: Record<string, unknown> = {}
  for (const control of form.elements) {
    if (control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement) {
      if (!control.name || control.disabled) continue
      values[control.name] =
        control instanceof HTMLSelectElement && control.multiple
          ? [...control.selectedOptions].map((option) => option.value)
          : control.value
    } else if (control instanceof HTMLInputElement) {
      if (control.name && !control.disabled) readInput(control, values)
    }
  }
  if (submitter instanceof HTMLButtonElement && submitter.name) {
    values[submitter.name] = submitter.value
  }
  return values
}

function readInput(input: HTMLInputElement, values: Record<string, unknown>) {
  const { name, type } = input
  if (type === 'checkbox' && !input.hasAttribute('value')) {
    values[name] = input.checked
  } else if (type === 'checkbox') {
    const before = values[name]
    values[name] = [
      ...(Array.isArray(before) ? before : []),
      ...(input.checked ? [input.value] : []),
    ]
  } else if (type === 'radio') {
    values[name] = input.checked ? input.value : values[name]
  } else if (type === 'number' || type === 'range') {
    values[name] = Number.isNaN(input.valueAsNumber) ? undefined : input.valueAsNumber
  } else if (type === 'file') {
    values[name] = input.multiple ? [...(input.files ?? [])] : input.files?.[0]
  } else if (type !== 'submit' && type !== 'button' && type !== 'reset' && type !== 'image') {
    values[name] = input.value
  }
}

/** Names the fields of a form by what stands beside them: a label, or the legend of a group. */
export const labelIn =
  (form: HTMLFormElement) =>
  (name: string): string | undefined => {
    const found = form.elements.namedItem(name)
    const control = found instanceof RadioNodeList ? found[0] : found
    if (!(control instanceof HTMLElement)) return undefined
    const isChoice = control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)
    const label = isChoice
      ? control.closest('fieldset')?.querySelector('legend')
      : 'labels' in control && control.labels instanceof NodeList && control.labels[0]
    return (label && label.textContent?.trim()) || undefined
  }
