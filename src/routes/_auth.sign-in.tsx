import { createFileRoute } from '@tanstack/react-router'
import { safeRedirect } from '#/auth/safe-redirect.ts'

export const Route = createFileRoute('/_auth/sign-in')({
  validateSearch: (search): { redirect?: string } =>
    search.redirect === undefined ? {} : { redirect: safeRedirect(search.redirect) },
  component: () => <h1>Sign in</h1>,
})
