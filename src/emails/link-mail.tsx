import type { Locale } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import { MailButton, MailLayout, MailText, renderMail } from './layout.tsx'

type LinkMail = {
  locale: Locale
  subject: string
  text: string
  action: string
  url: string
  footer: string
}

/**
 * Names are anybody's text, and a mail program makes a link of every "evil.example" in them: an
 * invisible space after the dot keeps it from that, so that the only links are ours.
 */
const withoutLinks = (words: string) => words.replace(/(?<=[\p{L}\p{N}])\.(?=\p{L})/gu, '.\u2060')

/** Most mails say one thing and ask for one click. */
export async function linkMail({ locale, subject, text, action, url, footer }: LinkMail) {
  const mail = (
    <MailLayout
      locale={locale}
      preview={withoutLinks(text)}
      heading={withoutLinks(subject)}
      footer={withoutLinks(footer)}
    >
      <MailText>{withoutLinks(text)}</MailText>
      <MailButton href={url}>{action}</MailButton>
      <MailText>
        <br />
        {m.emails_link_by_hand({}, { locale })}
        <br />
        <a href={url} style={{ color: '#1f5a3c', wordBreak: 'break-all' }}>
          {url}
        </a>
      </MailText>
    </MailLayout>
  )
  return { subject, ...(await renderMail(mail)) }
}
