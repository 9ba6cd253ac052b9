import type { Locale } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import { MailButton, MailLayout, MailNote, MailText, renderMail } from './layout.tsx'

type LinkMail = {
  locale: Locale
  subject: string
  text: string
  action: string
  url: string
  footer: string
  /** The page that turns these mails off. */
  settings?: { url: string; label: string }
}

/**
 * Names and titles are anybody's text, and a mail program makes a link of every "www.evil.example",
 * "mailto:" and "@" in them, also in the signs that Unicode takes for these. An invisible joiner on both sides of such a sign keeps it from that, so
 * that the only links are ours.
 */
const withoutLinks = (words: string) =>
  words.replace(
    /(?<=[^\s.])[.。．｡․﹒](?=[\p{L}\p{N}\p{M}])|(?<=\S)[:：﹕︓](?=\S)|[@＠﹫]/gu,
    '\u2060$&\u2060',
  )

/** Most mails say one thing and ask for one click. */
export async function linkMail({ locale, subject, text, action, url, footer, settings }: LinkMail) {
  const mail = (
    <MailLayout
      locale={locale}
      preview={withoutLinks(text)}
      heading={withoutLinks(subject)}
      footer={withoutLinks(footer)}
      settings={settings}
    >
      <MailText>{withoutLinks(text)}</MailText>
      <MailButton href={url}>{action}</MailButton>
      <MailNote>
        {m.emails_link_by_hand({}, { locale })}
        <br />
        <a href={url} className="mail-link" style={{ color: '#1f5a3c', wordBreak: 'break-all' }}>
          {url}
        </a>
      </MailNote>
    </MailLayout>
  )
  return { subject: withoutLinks(subject), ...(await renderMail(mail)) }
}
