/**
 * The one error of domain code: a rule said no. `code` is declared in the feature's contract, with
 * the shape of `data`; the screen switches on it and says what to do.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly data?: unknown,
  ) {
    super(code)
    this.name = 'Refusal'
  }
}
