/*
 * Ways to another document. They settle when the visitor has come back to this one, so that a form is
 * busy until the page is gone, and no longer.
 */
const untilShownAgain = () =>
  new Promise<void>((resolve) =>
    window.addEventListener('pageshow', () => resolve(), { once: true }),
  )

export function goTo(path: string): Promise<void> {
  window.location.assign(path)
  return untilShownAgain()
}

/**
 * The server may lead elsewhere now; the history then has that page in the place of this one. No
 * reload, which would post once more what the browser has posted itself.
 */
export function askAgain(): Promise<void> {
  window.location.replace(window.location.pathname + window.location.search)
  return untilShownAgain()
}
