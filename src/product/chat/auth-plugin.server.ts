import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { visitorCookie, visitorIdIn } from '#/auth/visitor-cookie.server.ts'
import { log } from '#/observability/log.server.ts'
import { adoptChats } from './adopt-chats.server.ts'

/**
 * Whoever signs in, in whichever way, keeps what they asked before. It comes after the plugins that
 * sign in. That it fails is no reason to keep somebody outside: the cookie stays, and the next
 * sign-in tries again.
 */
export const chatPlugin = () =>
  ({
    id: 'chat',
    hooks: {
      after: [
        {
          matcher: () => true,
          handler: createAuthMiddleware(async (ctx) => {
            const userId = ctx.context.newSession?.user.id
            const visitorId = userId && ctx.headers && visitorIdIn(ctx.headers)
            if (!visitorId) return
            try {
              await adoptChats(visitorId, userId)
            } catch (error) {
              log.error({ err: error }, 'a visitor’s conversations were not adopted')
              return
            }
            ctx.setCookie(visitorCookie.name, '', { ...visitorCookie.attributes, maxAge: 0 })
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin
