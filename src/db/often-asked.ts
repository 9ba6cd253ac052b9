/** Of a process; a connection keeps what is prepared for as long as it lives. */
const mostPrepared = 200
const timesUntilPrepared = 5
const names = new Map<string, string>()
const timesSeen = new Map<string, number>()

/**
 * The name under which a connection prepares this statement; undefined while it was not asked often.
 * What is asked again and again is parsed and planned once a connection instead of each time, which is
 * half of what a short statement costs.
 */
export function nameOfOftenAsked(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size === mostPrepared || text.length > 10_000) return known
  const times = (timesSeen.get(text) ?? 0) + 1
  // Most texts come from the code; how many are made of what people filter by is not known.
  if (timesSeen.size > 1_000) timesSeen.clear()
  timesSeen.set(text, times)
  if (times === timesUntilPrepared) names.set(text, `s${names.size}`)
  return undefined
}
