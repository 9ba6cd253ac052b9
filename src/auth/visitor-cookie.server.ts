import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { parseCookies } from 'better-auth/cookies'
import { env } from '#/env.server.ts'
import { site } from '#/site.ts'
import { visitorDays } from './visitor-days.ts'

/**
 * Who somebody without an account is, once they have asked a question; who only reads gets no cookie.
 * "<id>.<end, in seconds>.<signature>". On https its name keeps other hosts of the domain from
 * planting one.
 */
const isSecure = env.APP_URL.startsWith('https:')
export const visitorCookie = {
  name: `${isSecure ? '__Host-' : ''}${site.id}.visitor`,
  attributes: { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure },
} as const

/** Not the secret itself: what is signed for one purpose is of no use for another. */
const key = Buffer.from(hkdfSync('sha256', env.AUTH_SECRET, '', 'visitor cookie', 32))
const signatureOf = (claims: string) => createHmac('sha256', key).update(claims).digest()

const shape = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.(\d{10})\.([\w-]{43})$/

/** The line of a Set-Cookie header. */
export function visitorCookieLine(visitorId: string, now = Date.now()): string {
  const maxAge = visitorDays * 24 * 60 * 60
  const claims = `${visitorId}.${Math.floor(now / 1_000) + maxAge}`
  const value = `${claims}.${signatureOf(claims).toString('base64url')}`
  const secure = isSecure ? '; Secure' : ''
  return `${visitorCookie.name}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${secure}`
}

/** Null when there is no cookie, or one that is over, or that is not from here. */
export function visitorIdIn(headers: Headers, now = Date.now()): string | null {
  const cookies = headers.get('cookie')
  if (!cookies?.includes(visitorCookie.name)) return null
  const match = shape.exec(parseCookies(cookies).get(visitorCookie.name) ?? '')
  if (!match) return null
  const [, visitorId = '', end = '', signature = ''] = match
  const given = Buffer.from(signature, 'base64url')
  const right = signatureOf(`${visitorId}.${end}`)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return Number(end) * 1_000 > now ? visitorId : null
}
