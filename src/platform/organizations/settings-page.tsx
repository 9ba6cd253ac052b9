import type { z } from 'zod'
import { addressOf } from '#/platform/navigation/site-address.ts'
import { features } from '#/features.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Panel } from '#/ui/card.tsx'
import { TextareaField, TextField } from '#/ui/field.tsx'
import { Form, FormActions, SubmitButton } from '#/ui/form.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { Membership, OrganizationProfile } from './contract.ts'
import { DeleteOrganizationPanel } from './delete-organization-panel.tsx'
import { limitName, profileFields } from './organization-fields.ts'

export function SettingsPage({
  membership,
  profile,
}: {
  membership: Membership
  profile: OrganizationProfile
}) {
  return (
    <div className="max-w-reading">
      <PageHeader
        title={m.organizations_settings_title()}
        description={m.organizations_settings_description({ name: profile.name })}
      />
      <div className="space-y-6">
        <ProfilePanel profile={profile} />
        {membership.role === 'owner' && <DeleteOrganizationPanel profile={profile} />}
      </div>
    </div>
  )
}

function ProfilePanel({ profile }: { profile: OrganizationProfile }) {
  const organizationSlug = profile.slug
  const save = useAction(
    (fields: z.infer<typeof profileFields>) =>
      rpc.organizations.update({ organizationSlug, ...fields }),
    {
      refusals: { FORBIDDEN: m.organizations_not_allowed },
      onDone: () => toast({ title: m.organizations_saved() }),
    },
  )
  return (
    <Panel title={m.organizations_profile()} description={m.organizations_profile_text()}>
      <Form schema={profileFields} onSubmit={save.run}>
        <TextField
          name="name"
          label={m.organizations_name()}
          autoComplete="organization"
          maxLength={limitName}
          defaultValue={profile.name}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            name="website"
            label={m.organizations_website()}
            optional
            inputMode="url"
            autoComplete="url"
            autoCapitalize="none"
            placeholder="https://"
            defaultValue={profile.website ?? ''}
          />
          <TextField
            name="location"
            label={m.organizations_location()}
            optional
            placeholder={m.organizations_location_placeholder()}
            defaultValue={profile.location ?? ''}
          />
        </div>
        <TextField
          name="industry"
          label={m.organizations_industry()}
          optional
          defaultValue={profile.industry ?? ''}
        />
        <TextareaField
          name="about"
          label={m.organizations_about()}
          hint={m.organizations_about_hint()}
          optional
          defaultValue={profile.about}
        />
        {page && <PublicAddress page={page} {...profile} />}
        <FormActions>
          <SubmitButton>{m.organizations_save()}</SubmitButton>
        </FormActions>
      </Form>
    </Panel>
  )
}

const page = features.find(({ organizationPage }) => organizationPage)?.organizationPage

/** The address at which everybody finds the organisation, or will. */
function PublicAddress({
  page: to,
  slug,
  isPublic,
}: { page: NonNullable<typeof page> } & OrganizationProfile) {
  const address = addressOf(to.replace('$orgSlug', slug))
  return (
    <div className="text-ink-muted">
      {isPublic ? (
        <TextLink to={to} params={{ orgSlug: slug }} className="break-all">
          {address}
        </TextLink>
      ) : (
        <p className="break-all">{address}</p>
      )}
      <p className="mt-1">
        {isPublic ? m.organizations_address_fixed() : m.organizations_address_not_yet()}
      </p>
    </div>
  )
}
