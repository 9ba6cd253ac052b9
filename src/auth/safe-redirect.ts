/** Where a signed-in person begins. */
export const homePath = '/home'

/**
 * The path of this site to go on to after signing in, from a value that anybody may have written
 * into the address: "//evil.example", "/\evil.example", "javascript:" and control characters all
 * end at `fallback`. It is parsed the way a browser parses it, and must stay on the origin.
 */
export function safeRedirect(wanted: unknown, fallback: string = homePath): string {
  if (typeof wanted !== 'string' || wanted.length > 2_000) return fallback
  if (!/^\/(?![/\\])/.test(wanted)) return fallback
  const origin = 'https://same-site.invalid'
  if (!URL.canParse(wanted, origin)) return fallback
  const target = new URL(wanted, origin)
  // "/\t/evil" becomes "//evil" once the browser has removed the tab.
  if (target.origin !== origin || target.pathname.startsWith('//')) return fallback
  return target.pathname + target.search + target.hash
}
