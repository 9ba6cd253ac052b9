import { AsyncLocalStorage } from 'node:async_hooks'
import type { Unavailable } from '#/unavailable.ts'

type Noticed = { unavailable?: Unavailable }

declare global {
  // Vite re-creates modules while developing.
  var appNoticedOutages: AsyncLocalStorage<Noticed> | undefined
}
const current = (globalThis.appNoticedOutages ??= new AsyncLocalStorage<Noticed>())

/** Remembers for the work under way that something outside did not answer. */
export function noticeOutage(unavailable: Unavailable): void {
  const noticed = current.getStore()
  if (noticed && !noticed.unavailable?.outcomeUnknown) noticed.unavailable = unavailable
}

/** The work's result, and the outage that was noticed in it, even where a library hid the error. */
export async function noticingOutage<T>(
  work: () => Promise<T>,
): Promise<{ result: T; unavailable: Unavailable | undefined }> {
  const outer = current.getStore()
  const noticed: Noticed = {}
  try {
    const result = await current.run(noticed, work)
    return { result, unavailable: noticed.unavailable }
  } catch (error) {
    throw noticed.unavailable ?? error
  } finally {
    if (outer && noticed.unavailable) outer.unavailable ??= noticed.unavailable
  }
}

/** For a library that answers something else when its statement failed: throws Unavailable instead. */
export async function withoutHiddenOutage<T>(work: () => Promise<T>): Promise<T> {
  const { result, unavailable } = await noticingOutage(work)
  if (unavailable) throw unavailable
  return result
}
