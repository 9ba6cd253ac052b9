import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Container } from '#/ui/container.tsx'
import { FieldDrawing } from '#/ui/drawings/field.tsx'

/** The page of the platform at `/` when no feature of the product has a page there (src/routes.ts). */
export function StartPage({ isSignedIn }: { isSignedIn: boolean }) {
  const points = [
    [m.navigation_start_team(), m.navigation_start_team_text()],
    [m.navigation_start_plan(), m.navigation_start_plan_text()],
    [m.navigation_start_record(), m.navigation_start_record_text()],
    [m.navigation_start_data(), m.navigation_start_data_text()],
  ]
  return (
    <>
      <Container className="pt-14 pb-16 sm:pt-24 sm:pb-20">
        <h1 className="max-w-3xl font-display text-display-lg">{m.navigation_start_title()}</h1>
        <p className="mt-6 max-w-xl text-lg text-ink-muted">
          {m.navigation_start_text({ name: site.name })}
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          {!isSignedIn && (
            <ButtonLink to="/sign-up" variant="primary" size="lg">
              {m.navigation_sign_up()}
            </ButtonLink>
          )}
          <ButtonLink to="/pricing" size="lg">
            {m.navigation_start_plans()}
          </ButtonLink>
        </div>
      </Container>
      <section aria-labelledby="points" className="overflow-hidden border-t bg-surface">
        <Container className="pt-12 sm:pt-16">
          <h2 id="points" className="text-sm font-semibold text-primary">
            {m.navigation_start_points()}
          </h2>
          <dl className="mt-6 grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
            {points.map(([title, text]) => (
              <div key={title} className="border-t pt-4">
                <dt className="font-semibold">{title}</dt>
                <dd className="mt-1 text-sm text-ink-muted">{text}</dd>
              </div>
            ))}
          </dl>
        </Container>
        <FieldDrawing />
      </section>
    </>
  )
}
