import { safe } from '@orpc/client'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Section } from '#/define-section.tsx'
import type { Account } from '#/platform/identity/contract.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Panel } from '#/ui/card.tsx'
import { explainFailure } from '#/ui/explain-failure.ts'
import { Switch } from '#/ui/switch.tsx'
import { toast } from '#/ui/toast.tsx'
import { useHydrated } from '#/ui/use-hydrated.ts'
import type { MailPreferences } from './contract.ts'

/** The mails to a recruiter, for those who work in an organisation. */
export const mailSection: Section<unknown, { account: Account }, MailPreferences> = {
  load: () => rpc.applications.mailPreferences(),
  show: (preferences, { account }) =>
    account.organizations.length > 0 && <MailPanel preferences={preferences} />,
}

/** Mails that a recruiter can turn off; the footer of each leads here, to #mails. */
function MailPanel({ preferences }: { preferences: MailPreferences }) {
  const router = useRouter()
  const hydrated = useHydrated()
  const [wanted, setWanted] = useState<boolean>()

  async function change(newApplications: boolean) {
    setWanted(newApplications)
    const { error } = await safe(rpc.applications.changeMailPreferences({ newApplications }))
    if (error) toast({ tone: 'danger', title: explainFailure(error) })
    else {
      toast({ title: newApplications ? m.applications_mails_on() : m.applications_mails_off() })
    }
    await router.invalidate()
    setWanted(undefined)
  }

  return (
    <div id="mails" className="scroll-mt-6">
      <Panel title={m.applications_mails_title()} description={m.applications_mails_text()}>
        <Switch
          label={m.applications_mails_new()}
          hint={m.applications_mails_new_hint()}
          checked={wanted ?? preferences.newApplications}
          disabled={!hydrated || wanted !== undefined}
          onChange={(event) => void change(event.target.checked)}
        />
      </Panel>
    </div>
  )
}
