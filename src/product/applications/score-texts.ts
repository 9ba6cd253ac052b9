export type ScoreTexts = {
  name: () => string
  /** Said of an application that has no score. */
  none: () => string
  highestFirst: () => string
  lowestFirst: () => string
}
