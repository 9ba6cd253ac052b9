import type { ReactNode } from 'react'
import { BrandMark } from '#/platform/navigation/brand-mark.tsx'
import { LanguageLinks } from '#/platform/navigation/language-links.tsx'
import { site } from '#/site.ts'
import { FocusShell } from '#/ui/focus-shell.tsx'
import { ThemeSwitch } from '#/ui/theme-switch.tsx'

interface AuthFrameProps {
  title: string
  description?: ReactNode
  aside?: ReactNode
  children: ReactNode
}

/** The frame of every page around signing in. */
export const AuthFrame = (props: AuthFrameProps) => (
  <FocusShell
    brand={
      <a href="/" className="flex items-center gap-2 rounded-base text-lg font-semibold text-ink">
        <BrandMark />
        {site.name}
      </a>
    }
    footer={
      <>
        <LanguageLinks />
        <ThemeSwitch />
      </>
    }
    {...props}
  />
)
