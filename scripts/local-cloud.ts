/**
 * The local cloud as this app uses it, started by `bun dev`, the journeys and the measurements: with its
 * sample accounts on the console, its plans in the local Stripe, and its features' answers in the model.
 */
import { runLocalCloud } from 'local-cloud/run-local-cloud.ts'
import { localCredentials } from 'local-cloud/environment.ts'
import Stripe from 'stripe'
import { homePath } from '#/auth/home-path.ts'
import { site } from '#/site.ts'
import { createStripePrices } from './create-stripe-prices.ts'
import { localAnswers } from './local-answers.ts'
import { samplePassword, samplePeople } from './seed/people.ts'

await runLocalCloud(
  async () => ({
    shopName: site.name,
    signedInPath: homePath,
    answers: await localAnswers(),
    accounts: samplePeople.flatMap(({ label, email }) =>
      label ? [{ label, email, password: samplePassword }] : [],
    ),
  }),
  async ({ stripe }) => {
    if (!stripe) return
    // In a real account this is done once, by `bun run stripe:prices`.
    const local = { host: '127.0.0.1', port: stripe.port, protocol: 'http' } as const
    await createStripePrices(new Stripe(localCredentials.stripeSecretKey, local))
  },
)
