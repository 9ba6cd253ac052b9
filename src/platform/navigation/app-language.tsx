import { useRouter } from '@tanstack/react-router'
import { currentLocale, isLocale, locales, type Locale } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { explainNoAnswer } from '#/ui/explain-failure.ts'
import { Select } from '#/ui/select.tsx'
import { toast } from '#/ui/toast.tsx'

/** Each in its own words, for whoever cannot read the others. */
const languageNames: Record<Locale, string> = { en: 'English', de: 'Deutsch', pt: 'Português' }
export const languageOptions = locales.map((value) => ({ value, label: languageNames[value] }))

/** Loads the page anew, since every sentence of it changes. */
export function showIn(locale: Locale) {
  const { pathname, search } = window.location
  window.location.assign(`/language/${locale}?to=${encodeURIComponent(pathname + search)}`)
}

/** The language of the pages and, for who is signed in, of the mails. */
export function AppLanguage({ className }: { className?: string }) {
  const router = useRouter()

  async function choose(select: HTMLSelectElement) {
    const { value } = select
    if (!isLocale(value)) return
    try {
      await rpc.identity.update({ locale: value })
    } catch (error) {
      const noAnswer = explainNoAnswer(error)
      if (noAnswer) {
        select.value = currentLocale()
        return toast({ title: noAnswer, tone: 'danger' })
      }
      reportError(error)
      await router.invalidate()
    }
    showIn(value)
  }

  return (
    <Select
      aria-label={m.navigation_app_language()}
      className={className}
      autoComplete="off"
      options={languageOptions}
      defaultValue={currentLocale()}
      onChange={({ target }) => void choose(target)}
    />
  )
}
