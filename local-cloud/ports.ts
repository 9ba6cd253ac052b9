/** The port of each part of the local cloud, on 127.0.0.1. */
export interface LocalPorts {
  console: number
  stripe: number
  storage: number
  smtp: number
  model: number
}

export const portVariables: Record<keyof LocalPorts, string> = {
  console: 'LOCAL_CONSOLE_PORT',
  stripe: 'LOCAL_STRIPE_PORT',
  storage: 'LOCAL_STORAGE_PORT',
  smtp: 'LOCAL_SMTP_PORT',
  model: 'LOCAL_MODEL_PORT',
}

const defaults: LocalPorts = {
  console: 3100,
  stripe: 3101,
  storage: 3102,
  smtp: 3103,
  model: 3104,
}

/** Throws one Error that names every variable that is not a port, or a port of two parts. */
export function localPorts(env: Record<string, string | undefined>): LocalPorts {
  const problems: string[] = []
  const takenBy = new Map<number, string>()
  const port = (part: keyof LocalPorts): number => {
    const variable = portVariables[part]
    const given = env[variable]?.trim() || String(defaults[part])
    const number = Number(given)
    if (!/^\d+$/.test(given) || number < 1 || number > 65_535) {
      problems.push(`${variable} must be a port from 1 to 65535, not "${given}".`)
    }
    const other = takenBy.get(number)
    if (other)
      problems.push(`${variable} and ${other} are both ${number}; each part needs its own.`)
    takenBy.set(number, variable)
    return number
  }
  const ports = {
    console: port('console'),
    stripe: port('stripe'),
    storage: port('storage'),
    smtp: port('smtp'),
    model: port('model'),
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return ports
}
