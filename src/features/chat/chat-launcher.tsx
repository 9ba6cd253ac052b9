import { getRouteApi, Link } from '@tanstack/react-router'
import MessageSquare from 'lucide-react/icons/message-square'
import { lazy, Suspense, useEffect, useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Button } from '#/ui/button.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Spinner } from '#/ui/spinner.tsx'
import { type AskableJob, suggestionClass, suggestionsFor } from './suggestions.ts'

const root = getRouteApi('__root__')
const loadPanel = () => import('./chat-panel.tsx')
const ChatPanel = lazy(loadPanel)

/** In the address after signing in: the question that was on somebody's mind before. */
const hashOf = (question: string) => `ask=${encodeURIComponent(question)}`
const wasOpenKey = (jobId: string) => `chat-open:${jobId}`

type Opened = { question?: string; draft?: string }

/**
 * "Ask about this job", with three questions to begin with. The panel comes when it is first opened;
 * by itself when it was open before a reload, or when an answer is being written for this person.
 */
export function ChatLauncher({ jobId, jobSlug, jobTitle, skills, hasSalary }: ChatLauncherProps) {
  const { account } = root.useLoaderData()
  const [opened, setOpened] = useState<Opened | null>(null)
  const job: AskableJob = { id: jobId, slug: jobSlug, title: jobTitle, skills, hasSalary }
  const isSignedIn = account !== null

  useEffect(() => {
    if (!isSignedIn) return
    let isHere = true
    const look = async () => {
      const { chats } = await rpc.chat.list({ jobId })
      if (isHere && chats.some((chat) => chat.replying)) setOpened((now) => now ?? {})
    }
    let timer = setTimeout(() => {
      const draft = takeDraft()
      if (draft !== null) return setOpened({ draft })
      if (sessionStorage.getItem(wasOpenKey(jobId))) return setOpened({})
      // Whoever reads the page first is not kept waiting for this.
      timer = setTimeout(() => void look().catch(() => {}), 1_500)
    })
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [isSignedIn, jobId])

  function open(how: Opened) {
    sessionStorage.setItem(wasOpenKey(jobId), '1')
    setOpened(how)
  }

  function close() {
    sessionStorage.removeItem(wasOpenKey(jobId))
    setOpened(null)
  }

  return (
    <section aria-labelledby="ask-about-job" className="rounded-base border bg-surface p-5">
      <h2 id="ask-about-job" className="flex items-center gap-2 font-semibold">
        <MessageSquare aria-hidden="true" className="size-4 text-primary" />
        {m.chat_launcher_title()}
      </h2>
      <p className="mt-1 text-sm text-ink-muted">{m.chat_launcher_text()}</p>
      <ul className="mt-3 space-y-2">
        {suggestionsFor(job).map((question) => (
          <li key={question}>
            {isSignedIn ? (
              <button
                type="button"
                className={suggestionClass}
                onPointerEnter={() => void loadPanel()}
                onClick={() => open({ question })}
              >
                {question}
              </button>
            ) : (
              <Link
                to="/sign-in"
                search={{ redirect: `/jobs/${jobSlug}#${hashOf(question)}` }}
                className={suggestionClass}
              >
                {question}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {isSignedIn ? (
        <Button
          className="mt-3 w-full"
          onPointerEnter={() => void loadPanel()}
          onClick={() => open({})}
        >
          {m.chat_launcher_open()}
        </Button>
      ) : (
        <ButtonLink
          to="/sign-in"
          search={{ redirect: `/jobs/${jobSlug}#${hashOf('')}` }}
          className="mt-3 w-full"
        >
          {m.chat_launcher_sign_in()}
        </ButtonLink>
      )}
      {opened && (
        <Suspense fallback={<PanelOnItsWay />}>
          <ChatPanel job={job} {...opened} onClose={close} />
        </Suspense>
      )}
    </section>
  )
}

export interface ChatLauncherProps {
  jobId: string
  jobSlug: string
  jobTitle: string
  skills?: readonly string[]
  hasSalary?: boolean
}

const PanelOnItsWay = () => (
  <p role="status" className="mt-3 flex items-center justify-center gap-2 text-sm text-ink-muted">
    <Spinner />
    {m.chat_opening()}
  </p>
)

/** The question from the address, once; it is put into the box and not sent. */
function takeDraft(): string | null {
  const { hash, pathname, search } = window.location
  if (!hash.startsWith('#ask=')) return null
  window.history.replaceState(window.history.state, '', pathname + search)
  try {
    return decodeURIComponent(hash.slice('#ask='.length)).slice(0, 2_000)
  } catch {
    return ''
  }
}
