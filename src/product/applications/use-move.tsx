import { safe } from '@orpc/client'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { explainFailure } from '#/ui/explain-failure.ts'
import { toast } from '#/ui/toast.tsx'
import { isMailed, type MailedStatus, type RecruiterStatus } from './application-statuses.ts'
import type { MailOfMove, ReceivedApplication } from './contract.ts'
import { stageName } from './status-labels.ts'

export type Movable = Pick<ReceivedApplication, 'id' | 'name' | 'status'>
type Question = { application: Movable; to: MailedStatus; mail: MailOfMove }

interface UseMoveOptions {
  organizationSlug: string
  /** Where the keyboard goes on when the question was answered; asked after the page has changed. */
  focusAfter: (application: Movable) => HTMLElement | null
  /** Called before the page changes. */
  onMoved?: (application: Movable) => void
}

/**
 * Moves applications: at once when the step stays between recruiters, and after a question that shows
 * the mail when it writes to the candidate. `question` has to be rendered.
 */
export function useMove({ organizationSlug, focusAfter, onMoved }: UseMoveOptions) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [question, setQuestion] = useState<Question>()
  const [isAsking, setAsking] = useState(false)

  async function move(application: Movable, to: RecruiterStatus) {
    const { id: applicationId, name, status: from } = application
    const { error, isDefined } = await safe(
      rpc.applications.move({ organizationSlug, applicationId, from, to }),
    )
    if (isDefined && error.code === 'STATUS_CHANGED') {
      const status = stageName(error.data.status)
      toast({ tone: 'danger', title: m.applications_move_changed({ status }) })
    } else if (error) {
      return explainFailure(error)
    } else {
      onMoved?.(application)
      const words = { name, status: stageName(to) }
      toast({
        title: isMailed(to) ? m.applications_moved_and_told(words) : m.applications_moved(words),
      })
    }
    await router.invalidate()
    return undefined
  }

  async function begin(application: Movable, to: RecruiterStatus) {
    if (busy || to === application.status) return
    setBusy(true)
    setFailure(undefined)
    if (isMailed(to)) {
      const { error, data: mail } = await safe(
        rpc.applications.mailOfMove({ organizationSlug, applicationId: application.id, to }),
      )
      if (error) setFailure(explainFailure(error))
      else setQuestion({ application, to, mail })
      setAsking(!error)
    } else {
      const problem = await move(application, to)
      setFailure(problem)
      if (!problem) focusAfter(application)?.focus()
    }
    setBusy(false)
  }

  return {
    begin,
    busy,
    failure,
    question: question && (
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        finalFocus={() => focusAfter(question.application)}
        title={questions[question.to]({ name: question.application.name })}
        confirm={moveAction(question.to)}
        tone={question.to === 'rejected' ? 'danger' : 'primary'}
        onConfirm={() => move(question.application, question.to)}
      >
        <p>{m.applications_move_mail_follows({ name: question.application.name })}</p>
        <blockquote
          lang={question.mail.locale}
          className="mt-3 space-y-2 rounded-base border bg-sunken px-4 py-3 text-ink"
        >
          <p className="font-medium">{question.mail.subject}</p>
          <p>{question.mail.text}</p>
        </blockquote>
      </ConfirmDialog>
    ),
  }
}

const questions: Record<MailedStatus, (words: { name: string }) => string> = {
  interview: m.applications_move_interview_question,
  offer: m.applications_move_offer_question,
  rejected: m.applications_move_rejected_question,
}

const mailedActions: Record<MailedStatus, () => string> = {
  interview: m.applications_move_interview,
  offer: m.applications_move_offer,
  rejected: m.applications_move_rejected,
}

/** What the button says: the status, and that a mail goes out with it. */
export const moveAction = (to: RecruiterStatus) =>
  isMailed(to) ? mailedActions[to]() : m.applications_move_to_status({ status: stageName(to) })
