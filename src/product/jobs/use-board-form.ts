import { useLocation, useNavigate } from '@tanstack/react-router'
import { type ChangeEvent, type FormEvent, useEffect, useRef, useState } from 'react'
import { readParams } from '#/search-params.ts'
import { type BoardSearch, parseBoardSearch } from './board-search.ts'

/** Long enough to type the next letter, short enough to feel immediate. */
const typingPause = 220

/**
 * Keeps the form and the URL the same. What is chosen shows at once and the URL follows; what the
 * URL says by other means (a link, going back) comes back into the form. Each choice is a step that
 * Back takes back; all letters typed in a row are one. Without JavaScript the form sends itself and
 * ends at the same address.
 */
export function useBoardForm(search: BoardSearch) {
  const navigate = useNavigate()
  /** Ahead of `search`, which is what has been loaded: Back may come while a choice still loads. */
  const { pathname, search: asked } = useLocation()
  const [draft, setDraft] = useState(search)
  const [text, setText] = useState(search.q ?? '')
  const sent = useRef(JSON.stringify(search))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** The newest step in the history is of typing, and the next letter belongs to it. */
  const isTyping = useRef(false)

  const show = (next: BoardSearch, how: 'typed' | 'chosen') => {
    const now = JSON.stringify(next)
    if (now === sent.current) return
    sent.current = now
    const replace = how === 'typed' && isTyping.current
    isTyping.current = how === 'typed'
    void navigate({ to: '/jobs', search: next, replace, resetScroll: false })
  }

  useEffect(() => {
    if (pathname !== '/jobs') return
    const next = parseBoardSearch(asked)
    const now = JSON.stringify(next)
    if (now === sent.current) return
    sent.current = now
    isTyping.current = false
    clearTimeout(timer.current)
    setDraft(next)
    setText(next.q ?? '')
  }, [pathname, asked])
  useEffect(() => () => clearTimeout(timer.current), [])

  const take = (form: HTMLFormElement, how: 'typed' | 'chosen') => {
    const next = parseBoardSearch(readParams(new FormData(form)))
    setDraft(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => show(next, how), how === 'typed' ? typingPause : 0)
  }

  return {
    draft,
    text,
    type(event: ChangeEvent<HTMLInputElement>) {
      setText(event.target.value)
      if (event.target.form) take(event.target.form, 'typed')
    },
    choose(event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) {
      if (event.target.form) take(event.target.form, 'chosen')
    },
    submit(event: FormEvent<HTMLFormElement>) {
      event.preventDefault()
      take(event.currentTarget, 'chosen')
    },
  }
}

export type BoardForm = ReturnType<typeof useBoardForm>
