import { hydrateRoot } from 'react-dom/client'
import { authIslandId } from './auth-island-id.ts'
import { AuthPage, type AuthPageProps } from './auth-page.tsx'

const island = document.getElementById(authIslandId)
// The bundler puts this file together with the pages, which the app loads as well.
if (island) {
  const props: AuthPageProps = JSON.parse(island.dataset.props ?? '')
  hydrateRoot(island, <AuthPage {...props} />)
  reloadWhenTheAddressChanges()
}

/**
 * After a reload the browser still takes the entries that the app has pushed for states of this
 * document, and going back would change nothing but the address.
 */
function reloadWhenTheAddressChanges() {
  const address = () => window.location.pathname + window.location.search
  const here = address()
  window.addEventListener('popstate', () => {
    if (address() !== here) window.location.reload()
  })
}
