import pino from 'pino'
import { env } from '#/env.server.ts'
import { describeError } from './describe-error.ts'

/** One JSON line an event. What may hold a secret is removed by name, wherever it is nested one deep. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  serializers: { err: describeError, error: describeError },
  redact: {
    paths: [
      'password',
      '*.password',
      'token',
      '*.token',
      'secret',
      '*.secret',
      'authorization',
      '*.authorization',
      'cookie',
      '*.cookie',
      'html',
      '*.html',
      'text',
      '*.text',
    ],
    censor: '[removed]',
  },
})
