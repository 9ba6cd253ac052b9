import { environmentSchema, readEnvironment } from './env.ts'

// Libraries read some of these themselves: that of OpenAI cannot be loaded with an empty address.
for (const name of Object.keys(environmentSchema.shape)) {
  if (process.env[name] === '') delete process.env[name]
}

/** The environment of this process, validated; the only reader of process.env in the app. */
export const env = readEnvironment(process.env)
