import { z } from 'zod'
import { m } from '#/i18n/messages.ts'
import { jobFields, type JobFields, neededToPublish } from './job-fields.ts'

/** The action of the pressed button, in addition to saving. */
const intents = ['save', 'publish'] as const
export type JobFormValues = JobFields & { intent: (typeof intents)[number] }

const draft = jobFields.safeExtend({ intent: z.enum(intents) })

/**
 * Names all that is missing at once: what every draft needs together with what readers need, which
 * counts when the job is published and for as long as it is public.
 */
export const jobFormSchema = (isPublic: boolean) =>
  neededToPublish.reduce(
    (schema, field) =>
      schema.refine(
        ({ intent, [field]: value }) => !(isPublic || intent === 'publish') || value?.trim() !== '',
        { path: [field], error: () => m.jobs_manage_needed(), when: () => true },
      ),
    draft,
  )
