import { renderToString } from 'react-dom/server'
import { AuthPage, type AuthPageProps } from './auth-page.tsx'

/** Rendered apart from the document, so that the ids of its fields are those of a root of its own. */
export const renderAuthPage = (props: AuthPageProps): string =>
  renderToString(<AuthPage {...props} />)
