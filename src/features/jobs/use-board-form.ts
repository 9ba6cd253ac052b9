import { useNavigate } from '@tanstack/react-router'
import { type ChangeEvent, type FormEvent, useEffect, useRef, useState } from 'react'
import { readParams } from '#/search-params.ts'
import { type BoardSearch, parseBoardSearch } from './board-search.ts'

/** Long enough to type the next letter, short enough to feel immediate. */
const typingPause = 220

/**
 * Keeps the form and the URL the same. What is chosen shows at once and the URL follows; what the
 * URL says by other means (a link, going back) comes back into the form. Without JavaScript the form
 * sends itself and ends at the same address.
 */
export function useBoardForm(search: BoardSearch) {
  const navigate = useNavigate()
  const [draft, setDraft] = useState(search)
  const [text, setText] = useState(search.q ?? '')
  const sent = useRef(JSON.stringify(search))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const show = (next: BoardSearch) => {
    sent.current = JSON.stringify(next)
    void navigate({ to: '/jobs', search: next, replace: true, resetScroll: false })
  }

  useEffect(() => {
    const now = JSON.stringify(search)
    if (now === sent.current) return
    sent.current = now
    clearTimeout(timer.current)
    setDraft(search)
    setText(search.q ?? '')
  }, [search])
  useEffect(() => () => clearTimeout(timer.current), [])

  const take = (form: HTMLFormElement, pause: number) => {
    const next = parseBoardSearch(readParams(new FormData(form)))
    setDraft(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => show(next), pause)
  }

  return {
    draft,
    text,
    type(event: ChangeEvent<HTMLInputElement>) {
      setText(event.target.value)
      if (event.target.form) take(event.target.form, typingPause)
    },
    choose(event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) {
      if (event.target.form) take(event.target.form, 0)
    },
    submit(event: FormEvent<HTMLFormElement>) {
      event.preventDefault()
      take(event.currentTarget, 0)
    },
  }
}

export type BoardForm = ReturnType<typeof useBoardForm>
