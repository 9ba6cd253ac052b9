import {
  Asset,
  HeadContent,
  rootRouteId,
  useRouter,
  useRouterState,
  useTags,
} from '@tanstack/react-router'

/** What the routes say about the page; an island's page does without the files of the app. */
export function DocumentHead() {
  // Only the server renders islands, and the condition is resolved by the build.
  return import.meta.env.SSR ? <HeadOnServer /> : <HeadContent />
}

function HeadOnServer() {
  const isIsland = useRouterState({
    select: ({ matches }) => matches.some(({ staticData }) => staticData.isIsland),
  })
  return isIsland ? <IslandHead /> : <HeadContent />
}

/** Of the files to load early, only those of the browser's entry. */
function IslandHead() {
  const routes = useRouter().ssr?.manifest?.routes
  const entry = routes?.[rootRouteId]?.preloads?.map((file) =>
    typeof file === 'string' ? file : file.href,
  )
  return useTags()
    .filter(({ attrs }) => attrs?.rel !== 'modulepreload' || entry?.includes(attrs.href))
    .map((tag) => <Asset key={JSON.stringify(tag)} {...tag} />)
}
