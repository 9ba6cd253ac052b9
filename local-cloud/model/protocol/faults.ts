/** Failures on demand, so that an app's unhappy paths can be tried: by the header `x-local-fault`, or
 * with `failNext` on the running model. */
export const FAULTS = [
  '500',
  '429',
  'hang',
  'drop-mid-stream',
  'malformed',
  'invalid-output',
] as const

export type Fault = (typeof FAULTS)[number]

export const isFault = (value: string): value is Fault => FAULTS.some((fault) => fault === value)

export class FaultQueue {
  #pending: Fault[] = []

  /** The next `count` calls fail in this way. */
  add(fault: Fault, count: number): void {
    for (let i = 0; i < count; i++) this.#pending.push(fault)
  }

  clear(): void {
    this.#pending = []
  }

  get pending(): readonly Fault[] {
    return this.#pending
  }

  take(): Fault | null {
    return this.#pending.shift() ?? null
  }
}
