import { useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Badge } from '#/ui/badge.tsx'
import { Button } from '#/ui/button.tsx'
import { Panel } from '#/ui/card.tsx'
import { Time } from '#/ui/time.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { AccountSession } from './contract.ts'
import { deviceName } from './device-name.ts'

export function SessionsPanel({ sessions }: { sessions: AccountSession[] }) {
  const [ending, setEnding] = useState<string>()
  const onDone = () => toast({ title: m.identity_account_session_ended() })
  const endOne = useAction((id: string) => rpc.identity.endSession({ id }), {
    optimistic: setEnding,
    onDone,
  })
  const endOthers = useAction(() => rpc.identity.endOtherSessions(), { onDone })

  return (
    <Panel
      flush
      title={m.identity_account_sessions()}
      description={m.identity_account_sessions_text()}
      actions={
        sessions.length > 1 && (
          <Button size="sm" busy={endOthers.busy} onClick={() => endOthers.press()}>
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
                busy={endOne.busy && ending === id}
                onClick={() => endOne.press(id)}
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
