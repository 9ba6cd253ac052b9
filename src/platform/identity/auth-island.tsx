import { createIsomorphicFn } from '@tanstack/react-start'
import { authIslandId } from './auth-island-id.ts'
import { AuthPage, type AuthPageProps } from './auth-page.tsx'
import { renderAuthPage } from './render-auth-page.server.tsx'

const htmlOnServer = createIsomorphicFn()
  .server(renderAuthPage)
  .client(() => undefined)

/**
 * A page around signing in, for its route. Whoever opens one gets it as an island: the server's HTML,
 * and scripts for this page alone (src/client.ts), because it is often the first page of a visit and
 * needs a third less code than the app. Who comes from inside the app has it rendered by the app.
 */
export function AuthIsland(props: AuthPageProps) {
  const html = htmlOnServer(props)
  if (html === undefined) return <AuthPage {...props} />
  return (
    <div
      id={authIslandId}
      data-props={JSON.stringify(props)}
      // oxlint-disable-next-line react/no-danger -- our own components, rendered by React
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
