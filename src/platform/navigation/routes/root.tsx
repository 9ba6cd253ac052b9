import {
  createRootRoute,
  HeadContent,
  lazyRouteComponent,
  Outlet,
  Scripts,
} from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { currentLocale, regionalTag } from '#/i18n/locale.ts'
import { rpc } from '#/rpc/client.ts'
import { textFontLinks } from '#/ui/fonts.ts'
import theme from '#/ui/theme.css?url'
import { themeScript } from '#/ui/theme-script.ts'

const FramedMissingPage = lazyRouteComponent(
  () => import('../missing-page.tsx'),
  'FramedMissingPage',
)

export const Route = createRootRoute({
  loader: async () => ({ account: await rpc.identity.me() }),
  staleTime: Number.POSITIVE_INFINITY,
  head: () => ({
    meta: [
      { charSet: 'utf-8' },
      { name: 'viewport', content: 'width=device-width, initial-scale=1' },
      { name: 'color-scheme', content: 'light dark' },
    ],
    links: [
      { rel: 'stylesheet', href: theme },
      ...textFontLinks,
      { rel: 'icon', type: 'image/svg+xml', href: '/icon.svg' },
    ],
    scripts: [{ children: themeScript }],
  }),
  shellComponent: Document,
  component: Outlet,
  notFoundComponent: FramedMissingPage,
})

function Document({ children }: { children: ReactNode }) {
  return (
    <html lang={regionalTag[currentLocale()]} suppressHydrationWarning>
      <head>
        <HeadContent />
      </head>
      <body>
        {children}
        <Scripts />
      </body>
    </html>
  )
}
