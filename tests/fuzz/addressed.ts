import { addresses } from '../isolation/isolations.ts'

/** A value of this parameter of an address that leads to something. */
export function addressed(parameter: string): string {
  const value = addresses[parameter]
  if (value === undefined) throw new Error(`no isolation.ts has an address for "${parameter}"`)
  return value
}
