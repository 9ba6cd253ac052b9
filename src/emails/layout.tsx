import { Body } from '@react-email/body'
import { Button } from '@react-email/button'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Heading } from '@react-email/heading'
import { Hr } from '@react-email/hr'
import { Html } from '@react-email/html'
import { Preview } from '@react-email/preview'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import type { ReactElement, ReactNode } from 'react'
import { type Locale, regionalTag } from '#/i18n/locale.ts'
import { site } from '#/site.ts'

const ink = '#1b211c'
const muted = '#5f655c'
const primary = '#1f5a3c'

/**
 * The dark theme of the product. Mail programs that follow the system's colours read it; those that
 * invert colours themselves leave it out. It has to outrank the styles on the elements.
 */
const dark = `@media (prefers-color-scheme: dark) {
  .mail, .mail > table > tbody > tr > td { background-color: #1a1714 !important; color: #ece8de !important }
  .mail-card { background-color: #211e1a !important; border-color: #373129 !important }
  .mail-line { border-color: #373129 !important }
  .mail-muted, .mail-muted a { color: #b6b0a2 !important }
  .mail-muted .mail-link { color: #80be9b !important }
  .mail-button { background-color: #80be9b !important; color: #102017 !important }
}`

const font = 'ui-sans-serif, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif'

type LayoutProps = {
  locale: Locale
  preview: string
  heading: string
  footer: string
  settings?: { url: string; label: string }
  children: ReactNode
}

/** The frame of every mail: one column, one action, readable without images or styles. */
export function MailLayout({ locale, preview, heading, footer, settings, children }: LayoutProps) {
  return (
    <Html lang={regionalTag[locale]}>
      <Head>
        {/* Telephone numbers and places become links on their own, too. */}
        <meta
          name="format-detection"
          content="telephone=no, date=no, address=no, email=no, url=no"
        />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{dark}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        className="mail"
        style={{ backgroundColor: '#f6f4ef', color: ink, fontFamily: font, margin: 0 }}
      >
        <Container style={{ maxWidth: 520, margin: '32px auto', padding: '0 16px' }}>
          <Text style={{ fontSize: 15, fontWeight: 600, margin: '0 0 16px' }}>{site.name}</Text>
          <Section
            className="mail-card"
            style={{
              backgroundColor: '#fffefb',
              border: '1px solid #e4e0d6',
              borderRadius: 8,
              padding: 32,
            }}
          >
            <Heading as="h1" style={{ fontSize: 20, lineHeight: '28px', margin: '0 0 16px' }}>
              {heading}
            </Heading>
            {children}
          </Section>
          <Hr className="mail-line" style={{ borderColor: '#e4e0d6', margin: '24px 0 12px' }} />
          <Text
            className="mail-muted"
            style={{ color: muted, fontSize: 12, lineHeight: '18px', margin: 0 }}
          >
            {footer}
            {settings && (
              <>
                {' '}
                <a href={settings.url} style={{ color: muted, textDecoration: 'underline' }}>
                  {settings.label}
                </a>
              </>
            )}
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

export const MailText = ({ children }: { children: ReactNode }) => (
  <Text style={{ fontSize: 15, lineHeight: '24px', margin: '0 0 16px' }}>{children}</Text>
)

/** The last lines of the card, which few readers need. */
export const MailNote = ({ children }: { children: ReactNode }) => (
  <Text
    className="mail-muted"
    style={{ color: muted, fontSize: 13, lineHeight: '20px', margin: '24px 0 0' }}
  >
    {children}
  </Text>
)

export const MailButton = ({ href, children }: { href: string; children: ReactNode }) => (
  <Button
    href={href}
    className="mail-button"
    style={{
      backgroundColor: primary,
      borderRadius: 6,
      color: '#ffffff',
      fontSize: 15,
      fontWeight: 600,
      padding: '12px 20px',
    }}
  >
    {children}
  </Button>
)

/** The same mail as HTML and as plain text. */
export async function renderMail(mail: ReactElement): Promise<{ html: string; text: string }> {
  // Its HTML parsers are loaded here, so that no page waits for them.
  const { render } = await import('@react-email/render')
  const [html, text] = await Promise.all([render(mail), render(mail, { plainText: true })])
  return { html, text }
}
