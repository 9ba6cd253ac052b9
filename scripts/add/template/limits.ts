// <organization>
/** Per organisation. At the limit, delete one first. */
// <person>
/** Per person. At the limit, delete one first. */
// <end>
export const maxGardenPlots = 1_000
export const gardenPlotsPerPage = 20
