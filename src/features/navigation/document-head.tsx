import { Asset, HeadContent, useRouterState, useTags } from '@tanstack/react-router'

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

const IslandHead = () =>
  useTags()
    .filter(({ tag, attrs }) => tag !== 'link' || attrs?.rel !== 'modulepreload')
    .map((tag) => <Asset key={JSON.stringify(tag)} {...tag} />)
