import { readEnvironment } from './env.ts'

/** The environment of this process, validated; the only reader of process.env in the app. */
export const env = readEnvironment(process.env)
