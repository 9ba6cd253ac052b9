import type { ComponentProps } from 'react'
import { ForgotPasswordPage } from './forgot-password-page.tsx'
import { ResetPasswordPage } from './reset-password-page.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { SignUpPage } from './sign-up-page.tsx'
import { VerifyPage } from './verify-page.tsx'

export type AuthPageProps =
  | ({ page: 'sign-in' } & ComponentProps<typeof SignInPage>)
  | ({ page: 'sign-up' } & ComponentProps<typeof SignUpPage>)
  | ({ page: 'verify' } & ComponentProps<typeof VerifyPage>)
  | { page: 'forgot-password' }
  | ({ page: 'reset-password' } & ComponentProps<typeof ResetPasswordPage>)

/**
 * The pages around signing in. They are also shown without the app (see auth-island.tsx), so nothing
 * here may use the router: links are plain, and going on means another document. The props travel as
 * JSON.
 */
export function AuthPage(props: AuthPageProps) {
  switch (props.page) {
    case 'sign-in':
      return <SignInPage {...props} />
    case 'sign-up':
      return <SignUpPage {...props} />
    case 'verify':
      return <VerifyPage {...props} />
    case 'forgot-password':
      return <ForgotPasswordPage />
    case 'reset-password':
      return <ResetPasswordPage {...props} />
  }
}
