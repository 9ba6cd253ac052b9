import type { Locale } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import { linkMail } from './link-mail.tsx'

type ApplicationMail = {
  locale: Locale
  /** The candidate. */
  name: string
  job: { title: string; company: string }
  url: string
}

/** To the candidate: it has arrived. */
export const applicationSentMail = ({ locale, name, job, url }: ApplicationMail) =>
  linkMail({
    locale,
    url,
    subject: m.applications_mail_sent_subject(job, { locale }),
    text: m.applications_mail_sent_text({ name, ...job }, { locale }),
    action: m.applications_mail_see_own({}, { locale }),
    footer: m.applications_mail_candidate_footer(job, { locale }),
  })

/** To those who run the organisation. */
export const applicationArrivedMail = ({ locale, name, job, url }: ApplicationMail) =>
  linkMail({
    locale,
    url,
    subject: m.applications_mail_arrived_subject({ name, ...job }, { locale }),
    text: m.applications_mail_arrived_text({ name, ...job }, { locale }),
    action: m.applications_mail_see_received({}, { locale }),
    footer: m.applications_mail_manager_footer(job, { locale }),
  })

const news = {
  interview: {
    subject: m.applications_mail_interview_subject,
    text: m.applications_mail_interview_text,
  },
  offer: { subject: m.applications_mail_offer_subject, text: m.applications_mail_offer_text },
  rejected: {
    subject: m.applications_mail_rejected_subject,
    text: m.applications_mail_rejected_text,
  },
}
type Step = { to: keyof typeof news }

/** Apart from the mail, so that a recruiter can read it before it goes out. */
export const movedMailWords = ({ locale, name, job, to }: Omit<ApplicationMail, 'url'> & Step) => ({
  subject: news[to].subject(job, { locale }),
  text: news[to].text({ name, ...job }, { locale }),
})

export const applicationMovedMail = ({ locale, name, job, url, to }: ApplicationMail & Step) =>
  linkMail({
    locale,
    url,
    ...movedMailWords({ locale, name, job, to }),
    action: m.applications_mail_see_own({}, { locale }),
    footer: m.applications_mail_candidate_footer(job, { locale }),
  })
