/**
 * Keeps the parts of a page that are marked `data-live` fresh, lets
 * `data-copy` buttons copy, and makes `data-measure` frames as high as what
 * they show. A part that holds the focus, a selection or an
 * opened disclosure is left alone, so that nothing moves under the hand.
 */
export const consoleScript = `
const refreshMs = 2500
const parts = (root) => new Map([...root.querySelectorAll('[data-live]')].map((part) => [part.dataset.live, part]))
const shown = new Map([...parts(document)].map(([name, part]) => [name, part.innerHTML]))

function inUse(part) {
  const selection = getSelection()
  return part.contains(document.activeElement)
    || part.querySelector('details[open]') !== null
    || (selection !== null && !selection.isCollapsed && part.contains(selection.anchorNode))
}

async function refresh() {
  if (document.visibilityState !== 'visible' || shown.size === 0) return
  const response = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!response.ok) return
  const fresh = parts(new DOMParser().parseFromString(await response.text(), 'text/html'))
  for (const [name, part] of parts(document)) {
    const html = fresh.get(name)?.innerHTML
    if (html === undefined || html === shown.get(name) || inUse(part)) continue
    part.innerHTML = html
    shown.set(name, html)
  }
}

async function keepRefreshing() {
  await refresh().catch(() => {})
  setTimeout(keepRefreshing, refreshMs)
}
setTimeout(keepRefreshing, refreshMs)
document.addEventListener('visibilitychange', () => refresh().catch(() => {}))

function measure(frame) {
  const shown = frame.contentDocument?.documentElement
  if (!shown) return
  frame.style.height = '0'
  frame.style.height = shown.scrollHeight + 2 + 'px'
}
for (const frame of document.querySelectorAll('[data-measure]')) {
  frame.addEventListener('load', () => measure(frame))
  addEventListener('resize', () => measure(frame))
  measure(frame)
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]')
  if (!button) return
  await navigator.clipboard.writeText(button.dataset.copy)
  button.dataset.copied = ''
  setTimeout(() => { delete button.dataset.copied }, 1200)
})
`
