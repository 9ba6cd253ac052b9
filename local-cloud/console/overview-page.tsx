import type { LocalPart } from '../environment.ts'
import { consolePage, Empty, LiveCard } from './console-layout.tsx'
import type { ConsoleServices } from './console-services.ts'
import { FilesCard } from './file-pages.tsx'
import { MailCard } from './mail-pages.tsx'
import { ModelCard } from './model-pages.tsx'
import { DeliveriesCard, PaymentsCard } from './payment-cards.tsx'

/** `canSignIn`: a cookie that the console passes on reaches the app. */
export function overviewPage(services: ConsoleServices, canSignIn: boolean): Response {
  const { appUrl, accounts, mail, stripe, storage, model } = services
  return consolePage({
    title: 'Overview',
    section: '/',
    formTargets: [new URL(appUrl).origin],
    children: (
      <div className="stack-loose">
        <div className="row row-apart">
          <div className="stack-tight">
            <h1>Local cloud</h1>
            <p className="muted">
              The services the app talks to, running on this computer. Use the app and watch what it
              sends.
            </p>
          </div>
          <a className="button button-primary" href={appUrl}>
            Open the app
          </a>
        </div>
        {accounts.length > 0 ? <AccountsCard accounts={accounts} canSignIn={canSignIn} /> : null}
        <div className="cards">
          {mail ? <MailCard mail={mail} /> : <RealPart services={services} part="mail" />}
          {stripe ? (
            <>
              <PaymentsCard stripe={stripe} />
              <DeliveriesCard stripe={stripe} />
            </>
          ) : (
            <RealPart services={services} part="stripe" />
          )}
          {storage ? (
            <FilesCard storage={storage} />
          ) : (
            <RealPart services={services} part="storage" />
          )}
          {model ? <ModelCard model={model} /> : <RealPart services={services} part="model" />}
        </div>
      </div>
    ),
  })
}

function AccountsCard({
  accounts,
  canSignIn,
}: {
  accounts: ConsoleServices['accounts']
  canSignIn: boolean
}) {
  return (
    <section className="card card-flush" aria-labelledby="accounts">
      <header className="card-head">
        <h2 id="accounts">Sign in as</h2>
        <span className="small faint truncate">Seeded accounts, on this computer only</span>
      </header>
      <ul className="accounts">
        {accounts.map(({ label, email, password }) => (
          <li key={email} className="account">
            <span className="account-label">{label}</span>
            <Copyable name="email" value={email} />
            <Copyable name="password" value={password} />
            {canSignIn ? (
              <form method="post" action="/sign-in">
                <input type="hidden" name="email" value={email} />
                <button className="button button-small" aria-label={`Sign in as ${label}`}>
                  Sign in
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Copyable({ name, value }: { name: string; value: string }) {
  return (
    <button
      type="button"
      className="copyable"
      data-copy={value}
      aria-label={`Copy the ${name} ${value}`}
    >
      <span className="mono truncate">{value}</span>
    </button>
  )
}

/** The place of a part that the developer has switched to the real service. */
function RealPart({ services, part }: { services: ConsoleServices; part: LocalPart }) {
  const summary = services.parts.find((each) => each.part === part)
  if (!summary || summary.local) return null
  return (
    <LiveCard name={part} title={summary.label} note="Real">
      <Empty>
        <code>{summary.where}</code> is set, so the app uses the real service.
      </Empty>
    </LiveCard>
  )
}
