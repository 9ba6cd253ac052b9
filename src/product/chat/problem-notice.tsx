import { useLocation } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import { ButtonAnchor } from '#/ui/button.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { formatDate } from '#/ui/format-date.ts'
import { Notice } from '#/ui/notice.tsx'
import type { Problem } from './ask-problem.ts'
import { withPanelOpen } from './remembered.ts'

interface ProblemNoticeProps {
  problem: Problem
  isVisitor: boolean
  /** Something has been said that can be taken along into an account. */
  hasMessages: boolean
}

/** Why the last question was not answered, and what to do. */
export function ProblemNotice({ problem, isVisitor, hasMessages }: ProblemNoticeProps) {
  const { href: here, pathname } = useLocation()
  switch (problem.code) {
    case 'CHAT_LIMIT_REACHED':
      return (
        <Notice
          tone="warning"
          role="alert"
          title={m.chat_limit_title({ count: problem.limit })}
          action={
            <ButtonLink to="/pricing" variant="primary" size="sm">
              {m.chat_limit_upgrade()}
            </ButtonLink>
          }
        >
          {m.chat_limit_text({ time: formatDate(problem.resetsAt, 'time') })}
        </Notice>
      )
    case 'VISITOR_LIMIT_REACHED':
    case 'NETWORK_LIMIT_REACHED':
      return (
        <SignUpOffer
          goOnTo={withPanelOpen(pathname, problem.question)}
          isOfNetwork={problem.code === 'NETWORK_LIMIT_REACHED'}
          hasMessages={hasMessages}
        />
      )
    case 'CHATS_FULL':
      return isVisitor ? (
        <SignUpOffer goOnTo={withPanelOpen(pathname, problem.question)} hasMessages={hasMessages} />
      ) : (
        <Notice
          tone="warning"
          role="alert"
          action={
            <ButtonLink to="/chats" size="sm">
              {m.chat_list_title()}
            </ButtonLink>
          }
        >
          {m.chat_full()}
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
      // Of a visitor the cookie has ended, and with it what it opened.
      if (isVisitor) return <Notice role="alert">{m.chat_gone()}</Notice>
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

interface SignUpOfferProps {
  goOnTo: string
  isOfNetwork?: boolean
  hasMessages: boolean
}

/** Not an error: somebody who asks that much may like an account. */
const SignUpOffer = ({ goOnTo, isOfNetwork = false, hasMessages }: SignUpOfferProps) => {
  const search = `?redirect=${encodeURIComponent(goOnTo)}`
  return (
    <Notice
      role="status"
      title={isOfNetwork ? m.chat_network_limit_title() : m.chat_visitor_limit_title()}
      action={
        <>
          <ButtonAnchor href={`/sign-up${search}`} variant="primary" size="sm">
            {m.chat_sign_up()}
          </ButtonAnchor>
          <ButtonAnchor href={`/sign-in${search}`} size="sm">
            {m.chat_sign_in()}
          </ButtonAnchor>
        </>
      }
    >
      {isOfNetwork ? m.chat_network_limit_text() : m.chat_visitor_limit_text()}{' '}
      {hasMessages && m.chat_visitor_limit_kept()}
    </Notice>
  )
}
