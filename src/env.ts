import { z } from 'zod'

const number = (fallback: number) => z.coerce.number().default(fallback)
const flag = z.preprocess((value) => value === 'true' || value === '1', z.boolean())

/**
 * Every variable that the server reads. `.env.example` explains each (a test compares the two).
 * In development local-cloud/environment.ts fills in what is unset and points it at the local cloud.
 */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: number(3000),
  APP_URL: z.url(),
  AUTH_SECRET: z.string().min(32, 'at least 32 characters, for example: openssl rand -base64 32'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean),
    ),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),

  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|pglite:)/, 'postgres://… or pglite:<directory>'),
  DATABASE_SYSTEM_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'postgres://…')
    .optional(),
  DATABASE_MIGRATION_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'postgres://…')
    .optional(),
  DATABASE_POOL_SIZE: number(10),
  DATABASE_SYSTEM_POOL_SIZE: number(5),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'redis://…')
    .optional(),

  S3_ENDPOINT: z.url(),
  S3_PUBLIC_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().min(1),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1),
  S3_SECRET_ACCESS_KEY: z.string().min(1),

  SMTP_HOST: z.string().min(1),
  SMTP_PORT: number(587),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  SMTP_SECURE: flag,
  MAIL_FROM: z.string().min(3),
  STATUS_MAIL_DELAY_SECONDS: z.coerce.number().int().min(0).max(86_400).default(180),

  STRIPE_SECRET_KEY: z.string().min(1),
  STRIPE_WEBHOOK_SECRET: z.string().min(1),
  STRIPE_API_BASE: z.url().optional(),

  MODEL_PROVIDERS: z
    .string()
    .default('openai,anthropic,google')
    .transform((list) => list.split(',').map((entry) => entry.trim()))
    .pipe(z.array(z.enum(['openai', 'anthropic', 'google']))),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.url().optional(),
  OPENAI_MODEL: z.string().default('gpt-5-mini'),
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_MODEL: z.string().default('claude-sonnet-4-5'),
  GOOGLE_GENERATIVE_AI_API_KEY: z.string().optional(),
  GOOGLE_MODEL: z.string().default('gemini-2.5-flash'),
  MODEL_DAILY_BUDGET_USD: z.coerce.number().positive().optional(),
})

const completeEnvironment = environmentSchema.refine(
  (e) => e.OPENAI_API_KEY ?? e.ANTHROPIC_API_KEY ?? e.GOOGLE_GENERATIVE_AI_API_KEY,
  {
    path: ['OPENAI_API_KEY, ANTHROPIC_API_KEY or GOOGLE_GENERATIVE_AI_API_KEY'],
    // Said together with what else is wrong, not afterwards.
    when: () => true,
  },
)

export type Environment = z.infer<typeof environmentSchema>

/** One message that lists everything that is wrong; it names variables, never their values. */
export class EnvironmentError extends Error {
  constructor(issues: { path: PropertyKey[]; message: string }[], given: NodeJS.ProcessEnv) {
    const lines = issues.map(({ path, message }) => {
      const name = String(path[0])
      return given[name] ? `  ${name}: ${message}` : `  ${name} is not set`
    })
    super(
      `Some environment variables are missing or wrong (.env.example explains each one):\n${lines.join('\n')}`,
    )
    this.name = 'EnvironmentError'
  }
}

export function readEnvironment(given: NodeJS.ProcessEnv): Environment {
  // docker compose hands on an optional variable that is not set as an empty one.
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const result = completeEnvironment.safeParse(set)
  if (!result.success) throw new EnvironmentError(result.error.issues, given)
  return result.data
}
