import { site } from '#/site.ts'
import { samplePassword, samplePeople } from './seed/people.ts'
import type { stackEnvironment } from './stack.ts'

type Stack = Awaited<ReturnType<typeof stackEnvironment>>
type Summary = Omit<Stack, 'cloudVariables'> & { port: number; milliseconds: number }

const row = (label: string, value: string) => `  ${label.padEnd(12)} ${value}`

/** What a newcomer needs to know, once, when everything runs. */
export function summary({ port, ports, local, variables, milliseconds }: Summary): string {
  const embedded = variables.DATABASE_URL?.startsWith('pglite:')
  return [
    '',
    `${site.name} is ready (${(milliseconds / 1000).toFixed(1)} s).`,
    '',
    row('App', `http://localhost:${port}`),
    row(
      'Console',
      `http://localhost:${ports.console}   mail, payments, files and model calls; nothing leaves this machine`,
    ),
    '',
    'Accounts',
    ...samplePeople.flatMap(({ label, email }) =>
      label ? [row(label, `${email.padEnd(24)} ${samplePassword}`)] : [],
    ),
    '',
    'Services',
    row('Database', embedded ? 'embedded Postgres' : 'your Postgres (DATABASE_URL)'),
    row(
      'Redis',
      variables.REDIS_URL ? 'your Redis (REDIS_URL)' : 'none: replies stay in the app’s memory',
    ),
    ...local.parts.map((part) =>
      row(part.label, part.local ? `local, ${part.where}` : `real (${part.where})`),
    ),
    '',
    'Stop with Ctrl+C.',
    '',
  ].join('\n')
}
