import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and while React takes over its HTML, true afterwards. */
export function useHydrated() {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
