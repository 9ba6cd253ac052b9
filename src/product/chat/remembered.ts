/**
 * What this browser remembers of the job chat. The cookie that names a visitor cannot be read here, so
 * it is noted that there is one; whoever has none is spared a question to the server.
 */
const visitorKey = 'chat-visitor'
const wasOpenKey = (jobId: string) => `chat-open:${jobId}`

export const rememberVisitor = () => attempt(() => localStorage.setItem(visitorKey, '1'))
export const mayBeVisitor = () => attempt(() => localStorage.getItem(visitorKey)) === '1'

/** In this tab, so that the panel is open again after a reload. */
export const rememberOpen = (jobId: string) =>
  attempt(() => sessionStorage.setItem(wasOpenKey(jobId), '1'))
export const forgetOpen = (jobId: string) =>
  attempt(() => sessionStorage.removeItem(wasOpenKey(jobId)))
export const wasOpen = (jobId: string) =>
  attempt(() => sessionStorage.getItem(wasOpenKey(jobId))) === '1'

/** A browser that keeps nothing refuses even to be asked. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

const hashStart = '#ask='

/** What is carried along; a redirect that is longer than 2,000 characters is none. */
const maxCarried = 1_500

/** A job's page with the panel open and the question in its box: for coming back after signing in. */
export function withPanelOpen(path: string, question = ''): string {
  const carried = encodeURIComponent(question)
  return path + hashStart + (carried.length <= maxCarried ? carried : '')
}

/** The question from the address, once; it is put into the box and not sent. */
export function takeDraft(): string | null {
  const { hash, pathname, search } = window.location
  if (!hash.startsWith(hashStart)) return null
  window.history.replaceState(window.history.state, '', pathname + search)
  try {
    return decodeURIComponent(hash.slice(hashStart.length)).slice(0, 2_000)
  } catch {
    return ''
  }
}
