import { useLocation } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import { ButtonAnchor } from '#/ui/button.tsx'
import { formatDate } from '#/ui/format-date.ts'
import { Notice } from '#/ui/notice.tsx'
import type { Problem } from './conversation.ts'

/** Why the last question was not answered, and what to do. */
export function ProblemNotice({ problem }: { problem: Problem }) {
  const here = useLocation({ select: ({ href }) => href })
  switch (problem.code) {
    case 'CHAT_LIMIT_REACHED':
      return (
        <Notice
          tone="warning"
          role="alert"
          title={m.chat_limit_title({ count: problem.limit })}
          action={
            <ButtonAnchor href="/pricing" variant="primary" size="sm">
              {m.chat_limit_upgrade()}
            </ButtonAnchor>
          }
        >
          {m.chat_limit_text({ time: formatDate(problem.resetsAt, 'time') })}
        </Notice>
      )
    case 'VISITOR_LIMIT_REACHED':
      return (
        <Notice
          tone="warning"
          role="alert"
          title={m.chat_visitor_limit_title()}
          action={
            <ButtonAnchor href={`/sign-in?redirect=${encodeURIComponent(here)}`} size="sm">
              {m.chat_sign_in()}
            </ButtonAnchor>
          }
        >
          {m.chat_visitor_limit_text()}
        </Notice>
      )
    case 'EMPLOYER_LIMIT_REACHED':
      return (
        <Notice tone="warning" role="alert" title={m.chat_employer_limit_title()}>
          {m.chat_employer_limit_text({ date: formatDate(problem.resetsAt, 'date', 'UTC') })}
        </Notice>
      )
    case 'ANSWERS_PAUSED':
      return (
        <Notice tone="warning" role="alert" title={m.chat_paused_title()}>
          {m.chat_paused_text({ time: formatDate(problem.resetsAt, 'time') })}
        </Notice>
      )
    case 'SIGNED_OUT':
      return (
        <Notice
          tone="warning"
          role="alert"
          title={m.chat_signed_out()}
          action={
            <ButtonAnchor href={`/sign-in?redirect=${encodeURIComponent(here)}`} size="sm">
              {m.chat_sign_in()}
            </ButtonAnchor>
          }
        />
      )
    case 'JOB_CLOSED':
      return <Notice role="alert">{m.chat_closed()}</Notice>
    case 'GONE':
      return <Notice role="alert">{m.chat_gone()}</Notice>
    case 'NOT_SENT':
      return (
        <Notice tone="danger" role="alert">
          {m.chat_not_sent()}
        </Notice>
      )
    case 'NOT_STOPPED':
      return (
        <Notice tone="danger" role="alert">
          {m.chat_not_stopped()}
        </Notice>
      )
    case 'INTERNAL':
      return (
        <Notice tone="danger" role="alert">
          {m.chat_failed()}
        </Notice>
      )
  }
}
