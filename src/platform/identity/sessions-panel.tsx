import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Badge } from '#/ui/badge.tsx'
import { Button } from '#/ui/button.tsx'
import { Panel } from '#/ui/card.tsx'
import { explainFailure, explainNoAnswer } from '#/ui/explain-failure.ts'
import { Time } from '#/ui/time.tsx'
import { toast } from '#/ui/toast.tsx'
import type { AccountSession } from './contract.ts'
import { deviceName } from './device-name.ts'

export function SessionsPanel({ sessions }: { sessions: AccountSession[] }) {
  const router = useRouter()
  const [ending, setEnding] = useState<string>()

  async function end(what: string, call: () => Promise<unknown>) {
    setEnding(what)
    try {
      await call()
      toast({ title: m.identity_account_session_ended() })
      await router.invalidate()
    } catch (error) {
      toast({ title: explainFailure(error), tone: 'danger' })
      if (!explainNoAnswer(error)) await router.invalidate()
    }
    setEnding(undefined)
  }

  return (
    <Panel
      flush
      title={m.identity_account_sessions()}
      description={m.identity_account_sessions_text()}
      actions={
        sessions.length > 1 && (
          <Button
            size="sm"
            busy={ending === 'others'}
            onClick={() => end('others', () => rpc.identity.endOtherSessions())}
          >
            {m.identity_account_end_others()}
          </Button>
        )
      }
    >
      <ul className="divide-y">
        {sessions.map(({ id, isCurrent, address, userAgent, signedInAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {deviceName(userAgent)}
                {isCurrent && <Badge tone="success">{m.identity_account_this_device()}</Badge>}
              </p>
              <p className="text-ink-muted">
                <Time value={signedInAt} format="datetime" />
                {address && <span className="ml-3 font-mono text-xs">{address}</span>}
              </p>
            </div>
            {!isCurrent && (
              <Button
                size="sm"
                busy={ending === id}
                onClick={() => end(id, () => rpc.identity.endSession({ id }))}
              >
                {m.identity_account_end_session()}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
