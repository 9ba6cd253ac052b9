import { Link, useRouter } from '@tanstack/react-router'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import { Fragment, type ReactNode, useRef, useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Container } from '#/ui/container.tsx'
import { TextareaField, TextField } from '#/ui/field.tsx'
import { Form, FormActions, SubmitButton } from '#/ui/form.tsx'
import { readForm } from '#/ui/form-values.ts'
import { LeaveGuard } from '#/ui/leave-guard.tsx'
import { Notice } from '#/ui/notice.tsx'
import { useAction } from '#/ui/use-action.ts'
import { applicationFields, limitCoverNote } from './application-fields.ts'
import type { ApplyShown, Attachment } from './attachment-view.ts'
import type { ApplyForm } from './contract.ts'
import { CvChoice } from './cv-choice.tsx'
import { statusName } from './status-labels.ts'

interface ApplyPageProps {
  jobSlug: string
  /** Null when the job takes no applications. */
  form: ApplyForm | null
  attachments: Attachment[]
}

/** Applying for one job. */
export function ApplyPage({ jobSlug, form, attachments }: ApplyPageProps) {
  if (!form) {
    return (
      <Frame jobSlug={jobSlug} title={m.applications_apply_title()}>
        <Notice
          tone="warning"
          action={<ButtonLink to="/jobs">{m.applications_find_jobs()}</ButtonLink>}
        >
          {m.applications_job_closed()}
        </Notice>
      </Frame>
    )
  }
  const { job, existing } = form
  return (
    <Frame
      jobSlug={jobSlug}
      title={m.applications_apply_heading({ title: job.title })}
      text={m.applications_apply_at({ company: job.company })}
    >
      {existing ? (
        <Notice
          title={m.applications_already_title()}
          action={
            <ButtonLink
              to="/applications/$applicationId"
              params={{ applicationId: existing.id }}
              variant="primary"
            >
              {m.applications_see_application()}
            </ButtonLink>
          }
        >
          {m.applications_already_text({ status: statusName(existing.status) })}
        </Notice>
      ) : (
        <ApplicationForm form={form} attachments={attachments} />
      )}
    </Frame>
  )
}

interface ApplicationFormProps {
  form: ApplyForm
  attachments: Attachment[]
}

function ApplicationForm({ form, attachments }: ApplicationFormProps) {
  const router = useRouter()
  const { job, applicant, cvs } = form
  const element = useRef<HTMLFormElement>(null)
  const newestId = cvs[0]?.id
  const [chosen, setChosen] = useState({ fileId: newestId, newestId })
  const [asked, setAsked] = useState<string[]>([])
  // When another CV is the newest, the form begins with that one.
  const fileId = chosen.newestId === newestId ? chosen.fileId : newestId
  const shown: ApplyShown = {
    company: job.company,
    fileId,
    asked,
    onAsk: (field, isAsked) =>
      setAsked((fields) => [...fields.filter((one) => one !== field), ...(isAsked ? [field] : [])]),
  }
  const [sendHint = m.applications_send_hint({ company: job.company })] = attachments.flatMap(
    (attachment) => attachment.sendHint(shown) ?? [],
  )

  const apply = useAction(
    (fields: Omit<Parameters<typeof rpc.applications.apply>[0], 'jobSlug'>) =>
      rpc.applications.apply({ jobSlug: job.slug, ...fields }),
    {
      refusals: {
        CV_NOT_FOUND: () => ({ fieldErrors: { fileId: m.applications_cv_missing() } }),
        JOB_CLOSED: m.applications_job_closed,
        NOT_FOUND: m.applications_job_closed,
        // The page says so in the place of the form.
        ALREADY_APPLIED: () => '',
      },
      leavesTo: ({ applicationId }) => ({
        to: '/applications/$applicationId',
        params: { applicationId },
        search: { sent: true },
        ignoreBlocker: true,
      }),
    },
  )

  /** A CV is kept as soon as it is uploaded; what was written is not. */
  function hasWords() {
    if (!element.current) return false
    const { name, coverNote } = readForm(element.current)
    return name !== applicant.name || coverNote !== ''
  }

  return (
    <Form ref={element} schema={applicationFields} onSubmit={apply.run} className="space-y-10">
      <LeaveGuard hasChanges={hasWords} />
      <Section title={m.applications_your_details()}>
        <TextField
          name="name"
          label={m.applications_name()}
          autoComplete="name"
          defaultValue={applicant.name}
        />
        <TextField
          name="account-email"
          type="email"
          label={m.applications_email()}
          hint={m.applications_email_hint()}
          readOnly
          optional={false}
          defaultValue={applicant.email}
          className="[&_input]:bg-sunken [&_input]:text-ink-muted"
        />
      </Section>
      <Section title={m.applications_your_cv()}>
        <CvChoice
          cvs={cvs}
          factsOf={(id) => attachments.map(({ factOfCv }) => factOfCv(id))}
          onChoose={(next) => setChosen({ fileId: next, newestId })}
          onUploaded={() => router.invalidate()}
        />
        {attachments.map(({ name, show }) => (
          <Fragment key={name}>{show(shown)}</Fragment>
        ))}
      </Section>
      <Section title={m.applications_cover_note()}>
        <TextareaField
          name="coverNote"
          label={m.applications_cover_note()}
          hint={m.applications_cover_note_hint()}
          optional
          rows={7}
          maxLength={limitCoverNote}
        />
      </Section>
      <div className="border-t pt-6">
        <FormActions>
          <SubmitButton size="lg">{m.applications_send()}</SubmitButton>
          <p aria-live="polite" className="text-sm text-ink-muted">
            {sendHint}
          </p>
        </FormActions>
      </div>
    </Form>
  )
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="space-y-5">
    <h2 className="text-lg font-semibold">{title}</h2>
    {children}
  </section>
)

interface FrameProps {
  jobSlug: string
  title: string
  text?: string
  children: ReactNode
}

const Frame = ({ jobSlug, title, text, children }: FrameProps) => (
  <Container width="narrow" className="pt-6 pb-20">
    <Link
      to="/jobs/$jobSlug"
      params={{ jobSlug }}
      className="-ml-1 inline-flex items-center gap-1 rounded-base text-sm text-ink-muted hover:text-ink"
    >
      <ChevronLeft aria-hidden="true" className="size-4" />
      {m.applications_back_to_job()}
    </Link>
    <header className="mt-6 mb-8">
      <h1 className="font-display text-display-sm">{title}</h1>
      {text && <p className="mt-2 text-lg text-ink-muted">{text}</p>}
    </header>
    {children}
  </Container>
)
