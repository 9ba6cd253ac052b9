import { withoutValues } from './describe-error.ts'
import { log } from './log.server.ts'

const levels = { error: 'error', warn: 'warn', info: 'info', log: 'info', debug: 'debug' } as const

/**
 * Libraries print to the console when something fails, whole statements and their values with it.
 * From here on that is a line of the log like any other: sentences and errors without their values;
 * objects are left out.
 */
export function writeConsoleToLog(): void {
  for (const [method, level] of Object.entries(levels)) {
    Reflect.set(console, method, (...parts: unknown[]) => {
      const words = parts.filter((part) => typeof part === 'string')
      const err = parts.find((part) => part instanceof Error)
      log[level]({ printed: withoutValues(words.join(' ')), err }, 'console')
    })
  }
}
