import { useRouter } from '@tanstack/react-router'
import { createIsomorphicFn } from '@tanstack/react-start'
import { type MouseEvent, useState } from 'react'
import { prepareLanding, preparedLanding } from './render-landing.server.tsx'

/*
 * The landing page is plain HTML. The server puts it into the document, with no second copy in the
 * page's data; the browser adopts what it finds there, so that neither its components nor its texts
 * are downloaded as JavaScript. Only who comes from another page of the product has it fetched.
 */
const elementId = 'landing'

/** For the route's loader. */
export const loadLanding = createIsomorphicFn()
  .server(async () => {
    await prepareLanding()
    return null
  })
  .client(async () => {
    const answer = await fetch('/')
    if (!answer.ok) throw new Error(`The start page answered ${answer.status}.`)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    return page.getElementById(elementId)?.innerHTML ?? ''
  })

const firstHtml = createIsomorphicFn()
  .server(preparedLanding)
  .client(() => document.getElementById(elementId)?.innerHTML ?? '')

export function Landing({ fetched }: { fetched: string | null }) {
  const [first] = useState(fetched ?? firstHtml)
  const router = useRouter()

  /** Its links are plain; where the product is already running, it goes there without a reload. */
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const path = link?.getAttribute('href')
    const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    if (!path?.startsWith('/') || !isPlain || event.defaultPrevented) return
    event.preventDefault()
    void router.navigate({ href: path })
  }

  return (
    // oxlint-disable-next-line react/no-danger, jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- our own HTML; the links inside are what is pressed, by mouse or keyboard
    <div id={elementId} onClick={follow} dangerouslySetInnerHTML={{ __html: fetched ?? first }} />
  )
}
