import { createFileRoute } from '@tanstack/react-router'
import { ForgotPasswordPage } from '#/features/identity/forgot-password-page.tsx'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { m } from '#/i18n/messages.ts'

export const Route = createFileRoute('/_auth/forgot-password')({
  head: () => ({
    meta: [
      { title: pageTitle(m.identity_forgot_title()) },
      { name: 'description', content: m.identity_forgot_text() },
    ],
  }),
  component: ForgotPasswordPage,
})
