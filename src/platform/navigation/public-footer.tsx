import { m } from '#/i18n/messages.ts'
import { publicLinks } from '#/sections/public-links.ts'
import { site } from '#/site.ts'
import { ThemeSwitch } from '#/ui/theme-switch.tsx'
import { BrandMark } from './brand-mark.tsx'
import { LanguageLinks } from './language-links.tsx'

const link = 'rounded-base hover:text-ink hover:underline'

export function PublicFooter() {
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-wrap justify-between gap-x-16 gap-y-10 px-5 py-10 text-sm text-ink-muted sm:px-8">
      <div className="max-w-xs">
        <p className="flex items-center gap-2 text-base font-semibold text-ink">
          <BrandMark />
          {site.name}
        </p>
        <p className="mt-2">{m.navigation_tagline()}</p>
      </div>
      <nav aria-label={m.navigation_footer()}>
        <ul className="grid grid-cols-2 gap-x-12 gap-y-2">
          <li>
            <a className={link} href="/pricing">
              {m.navigation_pricing()}
            </a>
          </li>
          {publicLinks.map(({ to, hash, label }) => (
            <li key={`${to}#${hash}`}>
              <a className={link} href={hash === undefined ? to : `${to}#${hash}`}>
                {label()}
              </a>
            </li>
          ))}
          <li>
            <a className={link} href={site.repository}>
              {m.navigation_source()}
            </a>
          </li>
          <li>
            <a className={link} href={`mailto:${site.supportEmail}`}>
              {m.navigation_contact()}
            </a>
          </li>
        </ul>
      </nav>
      <div className="space-y-4">
        <LanguageLinks />
        <ThemeSwitch />
      </div>
    </div>
  )
}
