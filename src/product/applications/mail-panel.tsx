import { useOptimistic } from 'react'
import type { Section } from '#/define-section.tsx'
import type { Account } from '#/platform/identity/contract.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Panel } from '#/ui/card.tsx'
import { Switch } from '#/ui/switch.tsx'
import { toast } from '#/ui/toast.tsx'
import { useHydrated } from '#/ui/use-hydrated.ts'
import { useAction } from '#/ui/use-action.ts'
import type { MailPreferences } from './contract.ts'

/** The mails to a recruiter, for those who work in an organisation. */
export const mailSection: Section<unknown, { account: Account }, MailPreferences> = {
  load: () => rpc.applications.mailPreferences(),
  show: (preferences, { account }) =>
    account.organizations.length > 0 && <MailPanel preferences={preferences} />,
}

/** Mails that a recruiter can turn off; the footer of each leads here, to #mails. */
function MailPanel({ preferences }: { preferences: MailPreferences }) {
  const hydrated = useHydrated()
  const [wanted, show] = useOptimistic(preferences.newApplications)
  const { press, busy } = useAction(
    (newApplications: boolean) => rpc.applications.changeMailPreferences({ newApplications }),
    {
      optimistic: show,
      onDone: (_, isOn) =>
        toast({ title: isOn ? m.applications_mails_on() : m.applications_mails_off() }),
    },
  )

  return (
    <div id="mails" className="scroll-mt-6">
      <Panel title={m.applications_mails_title()} description={m.applications_mails_text()}>
        <Switch
          label={m.applications_mails_new()}
          hint={m.applications_mails_new_hint()}
          checked={wanted}
          disabled={!hydrated || busy}
          onChange={(event) => void press(event.target.checked)}
        />
      </Panel>
    </div>
  )
}
