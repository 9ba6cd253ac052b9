import { createRootRoute, HeadContent, Outlet, Scripts } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { currentLocale } from '#/i18n/locale.ts'
import { rpc } from '#/rpc/client.ts'
import { site } from '#/site.ts'
import theme from '#/ui/theme.css?url'

export const Route = createRootRoute({
  loader: async () => ({ account: await rpc.identity.me() }),
  staleTime: Number.POSITIVE_INFINITY,
  head: () => ({
    meta: [
      { charSet: 'utf-8' },
      { name: 'viewport', content: 'width=device-width, initial-scale=1' },
      { title: site.name },
    ],
    links: [{ rel: 'stylesheet', href: theme }],
  }),
  shellComponent: Document,
  component: Outlet,
})

function Document({ children }: { children: ReactNode }) {
  return (
    <html lang={currentLocale()} suppressHydrationWarning>
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
