/**
 * One call to Stripe, SMTP or Redis at the port in OUTSIDE_PORT, in a process of its own: the adapters
 * read their addresses once, and other tests use the local services at them. Prints the error's name
 * and the milliseconds that it took, as JSON.
 */
import { z } from 'zod'

const port = z.string().parse(process.env.OUTSIDE_PORT)
process.env.STRIPE_API_BASE = `http://127.0.0.1:${port}`
process.env.SMTP_PORT = port

const calls: Record<string, () => Promise<() => Promise<unknown>>> = {
  Stripe: async () => {
    const { stripe } = await import('#/adapters/stripe.server.ts')
    return () => stripe.customers.retrieve('cus_1')
  },
  SMTP: async () => {
    const { sendMail } = await import('#/adapters/mail.server.ts')
    return () => sendMail({ to: 'a@people.example', subject: 's', html: '<p>h</p>', text: 't' })
  },
  Redis: async () => {
    const { connectRedis } = await import('#/adapters/redis.server.ts')
    return async () => {
      const connections = await connectRedis(`redis://127.0.0.1:${port}`)
      try {
        return await connections.commands.get('key')
      } finally {
        connections.close()
      }
    }
  },
}

const call = await calls[Bun.argv[2] ?? '']?.()
if (!call) throw new Error(`Name one of ${Object.keys(calls).join(', ')}.`)
const began = performance.now()
const error = await call().then(
  () => null,
  (cause: unknown) => (cause instanceof Error ? cause.name : String(cause)),
)
console.log(JSON.stringify({ error, ms: performance.now() - began }))
process.exit()
