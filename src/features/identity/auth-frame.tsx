import type { ReactNode } from 'react'
import { FocusShell } from '#/ui/focus-shell.tsx'
import { AppBrand } from '#/features/navigation/app-brand.tsx'
import { AppPreferences } from '#/features/navigation/app-preferences.tsx'

interface AuthFrameProps {
  title: string
  description?: ReactNode
  aside?: ReactNode
  children: ReactNode
}

/** The frame of every page around signing in. */
export const AuthFrame = (props: AuthFrameProps) => (
  <FocusShell brand={<AppBrand to="/" />} footer={<AppPreferences />} {...props} />
)
