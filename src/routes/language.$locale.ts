import { createFileRoute } from '@tanstack/react-router'
import { safeRedirect } from '#/auth/safe-redirect.ts'
import { isLocale, localeCookie } from '#/i18n/locale.ts'

const year = 31_536_000

/** Remembers the language and leads back to the page that asked; works without JavaScript. */
export const Route = createFileRoute('/language/$locale')({
  server: {
    handlers: {
      GET: ({ params, request }) => {
        const { searchParams } = new URL(request.url)
        const headers = new Headers({
          location: safeRedirect(searchParams.get('to'), '/'),
          'cache-control': 'no-store',
        })
        if (isLocale(params.locale)) {
          const cookie = `${localeCookie}=${params.locale}; Path=/; Max-Age=${year}; SameSite=Lax`
          headers.append('set-cookie', cookie)
        }
        return new Response(null, { status: 303, headers })
      },
    },
  },
})
