import { z } from 'zod'
import { roles } from '#/auth/organization-roles.ts'
import { m } from '#/i18n/messages.ts'
import { oneLine, properName } from '#/plain-text.ts'

/** In characters; the forms take no more. */
export const limitName = 60
export const limitSlug = 40

const name = properName({ min: 2, max: limitName, refused: m.organizations_name_characters })

/** In the address of its pages; it stays when the name changes. */
const slug = z
  .string()
  .trim()
  .min(2)
  .max(limitSlug)
  .refine((value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value), {
    error: () => m.organizations_slug_characters(),
  })

/** People write "acme.example" too. "trusted.example@evil.example" would only look like the first. */
const website = z
  .string()
  .trim()
  .max(200)
  .transform((typed) => (/^[a-z0-9-]+(\.|$)/i.test(typed) ? `https://${typed}` : typed))
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain }))
  .refine((address) => isWithoutLogin(address), { error: () => m.organizations_website_login() })

const isWithoutLogin = (address: string) => {
  const url = URL.parse(address)
  // Before a "\\" some programs still read a user name.
  return url?.username === '' && url.password === '' && !address.includes('\\')
}

/** The public profile; what is absent is empty. */
export const profileFields = z.object({
  name,
  website: website.optional(),
  location: oneLine(100).optional(),
  industry: oneLine(60).optional(),
  about: z.string().trim().max(2_000).optional(),
})
export type ProfileFields = z.infer<typeof profileFields>

export const newOrganizationFields = profileFields.extend({ slug }).omit({ industry: true })
export type NewOrganization = z.infer<typeof newOrganizationFields>

export const invitationFields = z.object({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  role: z.enum(roles),
})
