import { type Locale, regionalTag } from '#/i18n/locale.ts'
import { firstName } from '#/i18n/first-name.ts'
import { m } from '#/i18n/messages.ts'
import { linkMail } from '#/emails/link-mail.tsx'

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
    text: m.applications_mail_sent_text({ name: firstName(name), ...job }, { locale }),
    action: m.applications_mail_see_own({}, { locale }),
    footer: m.applications_mail_candidate_footer(job, { locale }),
  })

type ToRecruiter = { locale: Locale; url: string; settings: string }

/** To those who work on the job: one has arrived. */
export const applicationArrivedMail = ({
  locale,
  name,
  job,
  url,
  settings,
}: ApplicationMail & ToRecruiter) =>
  linkMail({
    locale,
    url,
    subject: m.applications_mail_arrived_subject({ name, ...job }, { locale }),
    text: m.applications_mail_arrived_text({ name, ...job }, { locale }),
    action: m.applications_mail_see_received({}, { locale }),
    footer: m.applications_mail_recruiter_footer(job, { locale }),
    settings: { url: settings, label: m.applications_mail_turn_off({}, { locale }) },
  })

type Arrivals = { named: { title: string; number: number }[]; others: number }

/** The same of several at once. */
export function applicationsArrivedMail({
  locale,
  company,
  count,
  jobs: { named, others },
  url,
  settings,
}: ToRecruiter & { company: string; count: number; jobs: Arrivals }) {
  const tag = regionalTag[locale]
  const number = (value: number) => new Intl.NumberFormat(tag).format(value)
  const listed = named.map((job) => `${job.title} (${number(job.number)})`)
  const more = others > 0 ? [m.applications_mail_other_jobs({ count: others }, { locale })] : []
  const jobs = new Intl.ListFormat(tag).format([...listed, ...more])
  const words = { count: number(count), company, jobs }
  return linkMail({
    locale,
    url,
    subject: m.applications_mail_arrivals_subject(words, { locale }),
    text: m.applications_mail_arrivals_text(words, { locale }),
    action: m.applications_mail_see_all({}, { locale }),
    footer: m.applications_mail_recruiter_footer({ company }, { locale }),
    settings: { url: settings, label: m.applications_mail_turn_off({}, { locale }) },
  })
}

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
  text: news[to].text({ name: firstName(name), ...job }, { locale }),
})

export const applicationMovedMail = ({ locale, name, job, url, to }: ApplicationMail & Step) =>
  linkMail({
    locale,
    url,
    ...movedMailWords({ locale, name, job, to }),
    action: m.applications_mail_see_own({}, { locale }),
    footer: m.applications_mail_candidate_footer(job, { locale }),
  })
