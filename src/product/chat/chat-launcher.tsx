import { getRouteApi } from '@tanstack/react-router'
import MessageSquare from 'lucide-react/icons/message-square'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Section } from '#/define-section.tsx'
import type { JobPageShown } from '#/product/jobs/job-page-context.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { BareButton, Button } from '#/ui/button.tsx'
import { Spinner } from '#/ui/spinner.tsx'
import type { Opening } from './open-conversation.tsx'
import { visitorLimits } from './limits.ts'
import { forgetOpen, mayBeVisitor, rememberOpen, takeDraft, wasOpen } from './remembered.ts'
import { type AskableJob, suggestionClass, suggestionsFor } from './suggestions.ts'

const root = getRouteApi('__root__')
const loadPanel = () => import('./chat-panel.tsx')
const ChatPanel = lazy(loadPanel)

/** Stands beside a job, for its questions. It loads nothing before it is opened. */
export const chatSection: Section<unknown, JobPageShown, null> = {
  load: async () => null,
  show: (_, { job: { id, slug, title, skills, salary } }) => (
    <ChatLauncher
      key={id}
      jobId={id}
      jobSlug={slug}
      jobTitle={title}
      skills={skills}
      hasSalary={!!salary}
    />
  ),
}

/**
 * "Ask about this job", with three questions to begin with. The panel comes when it is first opened;
 * by itself when it was open before a reload, or when an answer is being written for this person.
 */
function ChatLauncher({ jobId, jobSlug, jobTitle, skills, hasSalary }: ChatLauncherProps) {
  const { account } = root.useLoaderData()
  const [opened, setOpened] = useState<Opening | null>(null)
  const job: AskableJob = { id: jobId, slug: jobSlug, title: jobTitle, skills, hasSalary }
  const mayHaveChats = account !== null

  useEffect(() => {
    let isHere = true
    const look = async () => {
      if (!mayHaveChats && !mayBeVisitor()) return
      const { chats } = await rpc.chat.list({ jobId })
      if (isHere && chats.some((chat) => chat.replying)) setOpened((now) => now ?? {})
    }
    let timer = setTimeout(() => {
      const draft = takeDraft()
      if (draft !== null) return setOpened({ draft })
      if (wasOpen(jobId)) return setOpened({})
      // Whoever reads the page first is not kept waiting for this.
      timer = setTimeout(() => void look().catch(() => {}), 1_500)
    })
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [mayHaveChats, jobId])

  function open(how: Opening) {
    rememberOpen(jobId)
    setOpened(how)
  }

  function close() {
    forgetOpen(jobId)
    setOpened(null)
  }

  return (
    <section aria-labelledby="ask-about-job" className="rounded-base border bg-surface p-5">
      <h2 id="ask-about-job" className="flex items-center gap-2 font-semibold">
        <MessageSquare aria-hidden="true" className="size-4 text-primary" />
        {m.chat_launcher_title()}
      </h2>
      <p className="mt-1 mb-3 text-sm text-ink-muted">{m.chat_launcher_text()}</p>
      {/* A notice shares a file with the forms, which no job page loads. */}
      <noscript className="block text-sm">{m.ui_buttons_need_scripts()}</noscript>
      <ul className="mt-3 space-y-2">
        {suggestionsFor(job).map((question) => (
          <li key={question}>
            <BareButton
              className={suggestionClass}
              onPointerEnter={() => void loadPanel()}
              onClick={() => open({ question })}
            >
              {question}
            </BareButton>
          </li>
        ))}
      </ul>
      <Button
        className="mt-3 w-full"
        onPointerEnter={() => void loadPanel()}
        onClick={() => open({})}
      >
        {m.chat_launcher_open()}
      </Button>
      {!account && (
        <p className="mt-2 text-xs text-ink-muted">
          {m.chat_launcher_visitor({ count: visitorLimits.questionsPerDay })}
        </p>
      )}
      {opened && (
        <Suspense fallback={<PanelOnItsWay />}>
          <ChatPanel job={job} opening={opened} onClose={close} />
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
