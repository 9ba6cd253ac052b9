import { join } from 'node:path'
import type { SeededAccount } from './console/console-services.ts'
import { startLocalConsole } from './console/start-local-console.ts'
import { localCredentials, type LocalPart, type PartSummary } from './environment.ts'
import { startLocalMail, type LocalMail } from './mail/start-local-mail.ts'
import type { AnswerRule } from './model/conversation.ts'
import { startLocalModel, type LocalModel } from './model/start-local-model.ts'
import { portVariables, type LocalPorts } from './ports.ts'
import { startLocalStorage, type LocalStorage } from './storage/start-local-storage.ts'
import { startLocalStripe, type LocalStripe } from './stripe/start-local-stripe.ts'

export interface LocalCloudOptions {
  ports: LocalPorts
  /** Each part keeps its state in a folder of its own in here. */
  dataDir: string
  /** The app's address, for the console's link and for webhooks. */
  appUrl: string
  /** From `localEnvironment`; a part that is not local is not started. */
  parts: PartSummary[]
  /** The seller's name on the pages of Stripe. */
  shopName?: string
  /** Shown on the console, to sign in with. */
  accounts?: SeededAccount[]
  /** The app's page where a signed-in account begins, `/` unless given. */
  signedInPath?: string
  /** `<appUrl>/api/auth/stripe/webhook` unless given. */
  webhookUrl?: string
  /** The app's answers in the model. */
  answers?: readonly AnswerRule[]
  /** The model's rate, 60 unless given; 0 is as fast as possible. */
  tokensPerSecond?: number
}

export interface LocalCloud {
  consoleUrl: string
  stripe?: LocalStripe
  storage?: LocalStorage
  mail?: LocalMail
  model?: LocalModel
  stop(): Promise<void>
}

/**
 * The services that the app would reach over the internet, in one process on this
 * computer. Rejects with one message when a port is taken, with nothing left running.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { ports, dataDir, appUrl, parts, accounts = [] } = options
  const running: { stop(): Promise<void> }[] = []
  const stop = async () => {
    await Promise.all(running.map((part) => part.stop()))
  }
  async function started<Part extends { stop(): Promise<void> }>(
    port: keyof LocalPorts,
    start: () => Promise<Part>,
  ): Promise<Part> {
    const part = await start().catch((error: unknown) => {
      throw takenPort(error, port, ports[port])
    })
    running.push(part)
    return part
  }
  const isLocal = (part: LocalPart) => parts.some((each) => each.part === part && each.local)

  try {
    const stripe = isLocal('stripe')
      ? await started('stripe', () =>
          startLocalStripe({
            port: ports.stripe,
            dataDir: join(dataDir, 'stripe'),
            webhookUrl: options.webhookUrl ?? `${appUrl}/api/auth/stripe/webhook`,
            webhookSecret: localCredentials.stripeWebhookSecret,
            secretKey: localCredentials.stripeSecretKey,
            shopName: options.shopName,
          }),
        )
      : undefined
    const storage = isLocal('storage')
      ? await started('storage', () =>
          startLocalStorage({
            ...localCredentials.storage,
            port: ports.storage,
            dataDir: join(dataDir, 'storage'),
            buckets: [localCredentials.storage.bucket],
          }),
        )
      : undefined
    const mail = isLocal('mail')
      ? await started('smtp', () =>
          startLocalMail({ port: ports.smtp, dataDir: join(dataDir, 'mail') }),
        )
      : undefined
    const model = isLocal('model')
      ? await started('model', () =>
          startLocalModel({
            port: ports.model,
            dataDir: join(dataDir, 'model'),
            apiKey: localCredentials.modelApiKey,
            tokensPerSecond: options.tokensPerSecond ?? 60,
            answers: options.answers,
          }),
        )
      : undefined
    const console = await started('console', () =>
      startLocalConsole({
        port: ports.console,
        appUrl,
        signedInPath: options.signedInPath ?? '/',
        accounts,
        parts,
        stripe,
        storage,
        mail,
        model,
      }),
    )
    return { consoleUrl: console.url, stripe, storage, mail, model, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const names: Record<keyof LocalPorts, string> = {
  console: 'the local console',
  stripe: 'the local Stripe',
  storage: 'the local storage',
  smtp: 'the local mail server',
  model: 'the local model',
}

function takenPort(error: unknown, part: keyof LocalPorts, port: number): unknown {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) return error
  return new Error(
    `Port ${port}, where ${names[part]} should listen, is taken. ` +
      `Stop what uses it, or set ${portVariables[part]} to a free port.`,
    { cause: error },
  )
}
