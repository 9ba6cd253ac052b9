import type { ReactNode } from 'react'
import { AppBrand } from '#/features/navigation/app-brand.tsx'
import { LanguageLinks } from '#/features/navigation/language-links.tsx'
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
    brand={<AppBrand to="/" />}
    footer={
      <>
        <LanguageLinks />
        <ThemeSwitch />
      </>
    }
    {...props}
  />
)
