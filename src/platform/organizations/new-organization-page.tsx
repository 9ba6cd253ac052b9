import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { priceOf, priceText } from '#/platform/billing/price-texts.ts'
import type { Interval } from '#/platform/billing/plans.ts'
import { features } from '#/features.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Card } from '#/ui/card.tsx'
import { TextareaField, TextField } from '#/ui/field.tsx'
import { Form, FormActions, SubmitButton } from '#/ui/form.tsx'
import { Notice } from '#/ui/notice.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import {
  limitName,
  limitSlug,
  newOrganizationFields,
  type NewOrganization,
} from './organization-fields.ts'
import { suggestSlug } from './suggest-slug.ts'

const page = features.find(({ organizationPage }) => organizationPage)?.organizationPage
/** Before the slug, in the address that people will see most. */
const addressStart = (page ?? '/o/$orgSlug').replace('$orgSlug', '')

/** `team` is how often Team is to be paid for, when that was chosen before. */
export function NewOrganizationPage({ team }: { team?: Interval }) {
  const navigate = useNavigate()
  const [name, setName] = useState('')
  /** Typed by hand; until then it follows the name. */
  const [ownSlug, setOwnSlug] = useState<string>()

  const create = useAction((fields: NewOrganization) => rpc.organizations.create(fields), {
    refusals: {
      SLUG_TAKEN: () => ({ fieldErrors: { slug: m.organizations_slug_taken() } }),
      TOO_MANY_ORGANIZATIONS: m.organizations_too_many,
    },
    onDone: async ({ slug: orgSlug }, fields) => {
      const params = { orgSlug }
      if (team) {
        // "Back" from there must not offer to create the same organisation again.
        const to = '/o/$orgSlug/billing/checkout'
        await navigate({ to, params, search: { interval: team }, replace: true })
        return
      }
      await navigate({ to: '/o/$orgSlug', params })
      toast({ title: m.organizations_created({ name: fields.name }) })
    },
  })

  return (
    <div className="max-w-reading">
      <PageHeader
        title={m.organizations_new_title()}
        description={m.organizations_new_description()}
      />
      {team && (
        <Notice
          title={m.organizations_new_team({ price: priceText(priceOf('team', team), team) })}
          className="mb-6"
        >
          {m.organizations_new_team_text()}{' '}
          <TextLink to="/pricing" search={team === 'year' ? { interval: team } : {}}>
            {m.organizations_new_team_other()}
          </TextLink>
        </Notice>
      )}
      <Card className="p-4">
        <Form schema={newOrganizationFields} onSubmit={create.run}>
          <TextField
            name="name"
            label={m.organizations_name()}
            autoComplete="organization"
            maxLength={limitName}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            name="slug"
            label={m.organizations_slug()}
            hint={m.organizations_slug_hint()}
            start={addressStart}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={limitSlug}
            value={ownSlug ?? suggestSlug(name)}
            onChange={(event) => setOwnSlug(event.target.value || undefined)}
          />
          <p className="border-t pt-5 text-ink-muted">{m.organizations_optional_later()}</p>
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              name="website"
              label={m.organizations_website()}
              optional
              inputMode="url"
              autoComplete="url"
              autoCapitalize="none"
              placeholder="https://"
            />
            <TextField
              name="location"
              label={m.organizations_location()}
              optional
              placeholder={m.organizations_location_placeholder()}
            />
          </div>
          <TextareaField
            name="about"
            label={m.organizations_about()}
            hint={m.organizations_about_hint()}
            optional
          />
          <FormActions>
            <SubmitButton>
              {team ? m.organizations_create_and_pay() : m.organizations_create()}
            </SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </div>
  )
}
