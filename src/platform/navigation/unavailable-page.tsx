import { currentLocale, regionalTag } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'
import { ButtonAnchor } from '#/ui/button.tsx'
import { WateringCanDrawing } from '#/ui/drawings/watering-can.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { textFontLinks } from '#/ui/fonts.ts'
import theme from '#/ui/theme.css?url'
import { themeScript } from '#/ui/theme-script.ts'
import { BrandMark } from './brand-mark.tsx'

/** Long enough to read it, and no rush on a server that has just come back. */
const refreshSeconds = 10

/**
 * The whole document of a 503: the server could not read what the page is made of. It is no part of
 * the app and needs no script; it loads its address again by itself.
 */
export function UnavailablePage({ nonce, url }: { nonce: string; url: string }) {
  const { pathname, search } = new URL(url)
  return (
    <html lang={regionalTag[currentLocale()]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta httpEquiv="refresh" content={String(refreshSeconds)} />
        <title>{`${m.navigation_unavailable_title()} · ${site.name}`}</title>
        {/* oxlint-disable-next-line react/no-danger -- our own script */}
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: themeScript }} />
        <link rel="stylesheet" href={theme} />
        {textFontLinks.map((link) => (
          <link key={link.href} {...link} />
        ))}
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
      </head>
      <body>
        <div className="flex min-h-dvh flex-col">
          <header className="border-b">
            <div className="mx-auto flex h-14 w-full max-w-6xl items-center px-5 sm:px-8 lg:h-16">
              <a href="/" className="flex items-center gap-2 rounded-base text-lg font-semibold">
                <BrandMark />
                {site.name}
              </a>
            </div>
          </header>
          <main className="flex flex-1 flex-col text-base">
            <EmptyState
              as="h1"
              drawing={<WateringCanDrawing />}
              title={m.navigation_unavailable_title()}
              action={
                <>
                  <ButtonAnchor variant="primary" href={pathname + search}>
                    {m.navigation_failed_again()}
                  </ButtonAnchor>
                  <ButtonAnchor href={`mailto:${site.supportEmail}`}>
                    {m.navigation_contact()}
                  </ButtonAnchor>
                </>
              }
              className="py-24"
            >
              <p>{m.navigation_unavailable_text()}</p>
            </EmptyState>
          </main>
        </div>
      </body>
    </html>
  )
}
