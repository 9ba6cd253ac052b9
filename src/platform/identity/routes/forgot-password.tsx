import { createFileRoute } from '@tanstack/react-router'
import { AuthIsland } from '../auth-island.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'

export const Route = createFileRoute('/_auth/forgot-password')({
  component: ForgotPassword,
})

function ForgotPassword() {
  return (
    <>
      <PageMeta title={m.identity_forgot_title()} description={m.identity_forgot_text()} />
      <AuthIsland page="forgot-password" />
    </>
  )
}
