import { useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { Ref } from 'react'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * A ref for a control: what was typed or chosen before React took over the page is told to the
 * handlers then. React leaves it in the control but tells nobody, and a controlled field would lose it
 * with its next rendering. What a browser puts back after a reload is told as well: a control that
 * acts at once needs `autoComplete="off"`.
 */
export function hearEarlyInput(control: Control | null): void {
  // A disabled one was changed by nobody: the browser has put back what it held before a reload.
  if (!control || control.disabled) return
  const tell = earlyInput(control)
  // React is in the middle of its work now, and would take the handler's answer for a refusal.
  if (tell) queueMicrotask(tell)
}

/** The same, beside a ref that somebody gave. */
export function useEarlyInput<Own extends Control>(ref: Ref<Own | null> | undefined) {
  const control = useRef<Own>(null)
  useImperativeHandle<Own | null, Own | null>(ref, () => control.current)
  useLayoutEffect(() => hearEarlyInput(control.current), [])
  return control
}

function earlyInput(control: Control): (() => void) | undefined {
  if (control instanceof HTMLSelectElement) return earlyOption(control)
  if (control instanceof HTMLTextAreaElement) return earlyText(control)
  if (control.type === 'checkbox' || control.type === 'radio') return earlyTick(control)
  if (control.type !== 'file') return earlyText(control)
}

function earlyOption(select: HTMLSelectElement) {
  const { selectedIndex, options } = select
  const before = [...options].findIndex((option) => option.defaultSelected)
  if (selectedIndex === Math.max(before, 0)) return
  return () => {
    select.selectedIndex = selectedIndex
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

/** A radio button that lost its choice is heard through the one that has it. */
function earlyTick(input: HTMLInputElement) {
  const { checked, defaultChecked, type } = input
  if (checked === defaultChecked || (type === 'radio' && !checked)) return
  return () => {
    input.checked = defaultChecked
    input.click()
  }
}

function earlyText(control: HTMLInputElement | HTMLTextAreaElement) {
  const { value, defaultValue, selectionStart, selectionEnd } = control
  if (value === defaultValue) return
  return () => {
    // React compares with what was set on the element itself; the prototype's setter it does not see.
    control.value = defaultValue
    const prototype: object = Object.getPrototypeOf(control)
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value)
    if (selectionStart !== null) control.setSelectionRange(selectionStart, selectionEnd)
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
