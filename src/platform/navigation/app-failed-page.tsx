import { type ErrorComponentProps, getRouteApi } from '@tanstack/react-router'
import { AppFrame } from './app-frame.tsx'
import { FailedPage } from './failed-page.tsx'

const root = getRouteApi('__root__')

/** When not even the person could be asked for: the sidebar stays, with what is known of them. */
export function AppFailedPage(props: ErrorComponentProps) {
  const { account } = root.useLoaderData()
  if (!account) return <FailedPage {...props} />
  return (
    <AppFrame account={account}>
      <FailedPage {...props} />
    </AppFrame>
  )
}
