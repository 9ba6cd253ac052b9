import { createFileRoute } from '@tanstack/react-router'
import { safeRedirect } from '#/auth/safe-redirect.ts'
import { addressOf } from '../site-address.ts'
import { isLocale, localeCookie } from '#/i18n/locale.ts'

const year = 31_536_000

/** Remembers the language and leads back to the page that asked; works without JavaScript. */
export const Route = createFileRoute('/language/$locale')({
  server: {
    handlers: {
      GET: ({ params, request }) => {
        const headers = new Headers({
          location: backTo(request),
          'cache-control': 'no-store',
        })
        if (isLocale(params.locale)) {
          const secure = addressOf('/').startsWith('https:') ? '; Secure' : ''
          const cookie = `${localeCookie}=${params.locale}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`
          headers.append('set-cookie', cookie)
        }
        return new Response(null, { status: 303, headers })
      },
    },
  },
})

/** Where the link says (`?to=`), else the page it was on; the start page when nobody says. */
function backTo(request: Request): string {
  const { searchParams } = new URL(request.url)
  const from = URL.parse(request.headers.get('referer') ?? '')
  const isOurs = from?.origin === new URL(addressOf('/')).origin
  const here = from && isOurs ? from.pathname + from.search : '/'
  return safeRedirect(searchParams.get('to') ?? here, '/')
}
