import { z } from 'zod'
import { m } from '#/i18n/messages.ts'

/** In characters; the forms take no more. */
export const limitName = 60
export const limitSlug = 40

/** It goes into mails: it cannot carry an address with a scheme, nor another header. */
const name = z
  .string()
  .trim()
  .min(2)
  .max(limitName)
  .regex(/^[^\p{C}<>@/\\:]+$/u, { error: () => m.organizations_name_characters() })

/** In the address of its pages; it stays when the name changes. */
const slug = z
  .string()
  .trim()
  .min(2)
  .max(limitSlug)
  .refine((value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value), {
    error: () => m.organizations_slug_characters(),
  })

/** People write "acme.example" too. */
const website = z
  .string()
  .trim()
  .max(200)
  .transform((typed) => (/^[a-z0-9-]+(\.|$)/i.test(typed) ? `https://${typed}` : typed))
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain }))

/** The public profile; what is absent is empty. */
export const profileFields = z.object({
  name,
  website: website.optional(),
  location: z.string().trim().max(100).optional(),
  industry: z.string().trim().max(60).optional(),
  about: z.string().trim().max(2_000).optional(),
})
export type ProfileFields = z.infer<typeof profileFields>

export const newOrganizationFields = profileFields.extend({ slug }).omit({ industry: true })
export type NewOrganization = z.infer<typeof newOrganizationFields>

export const roles = ['owner', 'admin', 'member'] as const
export type Role = (typeof roles)[number]

export const invitationFields = z.object({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  role: z.enum(roles),
})
