import { clientAddressHeader, networkOf } from '#/auth/client-address.ts'
import { isFromOurPages } from '#/auth/own-pages.ts'
import { countAttempt } from '#/auth/rate-limit.server.ts'
import { visitorCookieLine } from '#/auth/visitor-cookie.server.ts'
import type { Context } from '#/rpc/context.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { askerIn } from '#/rpc/who-may-call.server.ts'
import { createChat } from './change-chats.server.ts'
import type { ChatSummary } from './contract.ts'
import { visitorLimits } from './limits.ts'

/**
 * Begins a conversation. Somebody without an account gets the cookie that names them from here on,
 * with their first question and not before, and only on our own pages: another site that sends its
 * readers here would use up what their network may ask. Throws Refusal FORBIDDEN,
 * NETWORK_LIMIT_REACHED, or those of createChat.
 */
export async function beginConversation(context: Context, jobId: string): Promise<ChatSummary> {
  const known = await askerIn(context)
  if (known) return createChat(known, jobId)
  if (isFromOurPages(context.headers) !== true) throw new Refusal('FORBIDDEN')
  await limitNetwork('begins', context.headers)
  const visitorId = crypto.randomUUID()
  const created = await createChat({ userId: null, visitorId }, jobId)
  context.responseHeaders.append('set-cookie', visitorCookieLine(visitorId))
  return created
}

/**
 * Counts what visitors do from one network, whose cookies are easily thrown away. Throws Refusal
 * NETWORK_LIMIT_REACHED.
 */
export async function limitNetwork(what: 'begins' | 'asks', headers: Headers): Promise<void> {
  const network = networkOf(headers.get(clientAddressHeader) ?? '')
  const { allowed, retryAfterSeconds } = await countAttempt(
    `chat visitor ${what}: ${network}`,
    visitorLimits.perAddress,
  )
  if (allowed) return
  const resetsAt = new Date(Date.now() + retryAfterSeconds * 1_000)
  throw new Refusal('NETWORK_LIMIT_REACHED', { resetsAt })
}
