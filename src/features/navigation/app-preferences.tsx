import { ThemeSwitch } from '#/ui/theme-switch.tsx'
import { AppLanguage } from './app-language.tsx'

export const AppPreferences = () => (
  <div className="flex flex-wrap items-center gap-2">
    <ThemeSwitch />
    <AppLanguage className="min-w-28 flex-1" />
  </div>
)
