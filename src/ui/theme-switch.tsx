import Monitor from 'lucide-react/icons/monitor'
import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import { useSyncExternalStore } from 'react'
import { m } from '#/i18n/messages.ts'
import { pauseTransitions } from './pause-transitions.ts'
import { SegmentedControl } from './segmented-control.tsx'
import { themeCookie } from './theme-script.ts'

type Theme = 'system' | 'light' | 'dark'

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  const device = window.matchMedia('(prefers-color-scheme: dark)')
  device.addEventListener('change', pauseTransitions)
  return () => {
    listeners.delete(listener)
    device.removeEventListener('change', pauseTransitions)
  }
}

function chosenTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

function chooseTheme(theme: Theme) {
  const year = 31_536_000
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${theme === 'system' ? 0 : year}; samesite=lax`
  pauseTransitions()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  for (const listener of listeners) listener()
}

/** System, light or dark; remembered in a cookie for a year. Two on one page need two names. */
export function ThemeSwitch({ name = 'theme' }: { name?: string }) {
  const theme = useSyncExternalStore<Theme>(subscribe, chosenTheme, () => 'system')
  return (
    <SegmentedControl
      label={m.ui_theme()}
      name={name}
      value={theme}
      onChange={chooseTheme}
      segments={[
        { value: 'system', label: m.ui_theme_system(), icon: <Monitor aria-hidden="true" /> },
        { value: 'light', label: m.ui_theme_light(), icon: <Sun aria-hidden="true" /> },
        { value: 'dark', label: m.ui_theme_dark(), icon: <Moon aria-hidden="true" /> },
      ]}
    />
  )
}
