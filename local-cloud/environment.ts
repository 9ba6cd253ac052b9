import type { LocalPorts } from './ports.ts'

/** The credentials of the local parts; no secrets, since they only listen on this computer. */
export const localCredentials = {
  stripeSecretKey: 'sk_test_local',
  stripeWebhookSecret: 'whsec_local',
  storage: {
    accessKeyId: 'local',
    secretAccessKey: 'local-secret',
    region: 'us-east-1',
    bucket: 'loam',
  },
  modelApiKey: 'local',
}

export type LocalPart = 'stripe' | 'storage' | 'mail' | 'model'

export interface PartSummary {
  part: LocalPart
  /** For people: "Payments". */
  label: string
  local: boolean
  /** The address of the local part, or the variable that points at the real one. */
  where: string
}

export interface LocalEnvironment {
  /** To be laid over the developer's own. */
  variables: Record<string, string>
  parts: PartSummary[]
}

interface Candidate {
  part: LocalPart
  label: string
  /** Any of them set means the real service. */
  real: string[]
  where: string
  variables: Record<string, string>
}

function candidates(ports: LocalPorts): Candidate[] {
  const on = (port: number) => `http://127.0.0.1:${port}`
  const { storage } = localCredentials
  return [
    {
      part: 'stripe',
      label: 'Payments',
      real: ['STRIPE_SECRET_KEY'],
      where: on(ports.stripe),
      variables: {
        STRIPE_SECRET_KEY: localCredentials.stripeSecretKey,
        STRIPE_API_BASE: on(ports.stripe),
        STRIPE_WEBHOOK_SECRET: localCredentials.stripeWebhookSecret,
      },
    },
    {
      part: 'storage',
      label: 'Storage',
      real: ['S3_ENDPOINT'],
      where: on(ports.storage),
      variables: {
        S3_ENDPOINT: on(ports.storage),
        S3_BUCKET: storage.bucket,
        S3_REGION: storage.region,
        S3_ACCESS_KEY_ID: storage.accessKeyId,
        S3_SECRET_ACCESS_KEY: storage.secretAccessKey,
      },
    },
    {
      part: 'mail',
      label: 'Mail',
      real: ['SMTP_HOST'],
      where: `smtp://127.0.0.1:${ports.smtp}`,
      variables: { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(ports.smtp) },
    },
    {
      part: 'model',
      label: 'Model',
      real: ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY'],
      where: on(ports.model),
      variables: {
        OPENAI_API_KEY: localCredentials.modelApiKey,
        OPENAI_BASE_URL: `${on(ports.model)}/v1`,
        OPENAI_MODEL: 'local-rules',
      },
    },
  ]
}

/**
 * Points the app at the local cloud, part by part: a part whose real variable is
 * set is left alone. An empty variable counts as unset, and variables that point
 * at the local part already (those of a parent process) count as local.
 */
export function localEnvironment(
  ports: LocalPorts,
  env: Record<string, string | undefined>,
): LocalEnvironment {
  const variables: Record<string, string> = {}
  const parts = candidates(ports).map(
    ({ part, label, real, where, variables: own }): PartSummary => {
      const inherited = Object.entries(own).every(([name, value]) => env[name] === value)
      const others = inherited ? real.filter((name) => !(name in own)) : real
      const set = others.find((name) => env[name]?.trim())
      if (set) return { part, label, local: false, where: set }
      Object.assign(variables, own)
      return { part, label, local: true, where }
    },
  )
  return { variables, parts }
}
