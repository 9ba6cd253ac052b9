const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const exactFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
const numberFormat = new Intl.NumberFormat('en-GB')

/** "3 min ago"; the exact time is its tooltip. */
export function Time({ at }: { at: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={exactFormat.format(at)}>
      {relativeTime(at)}
    </time>
  )
}

/** Minutes at the finest: seconds would make the page flicker. */
export function relativeTime(at: number, now: number = Date.now()): string {
  const ago = now - at
  const text = (count: number, unit: string) =>
    ago < 0 ? `in ${count} ${unit}` : `${count} ${unit} ago`
  const distance = Math.abs(ago)
  if (distance < minute) return ago < 0 ? 'in a moment' : 'just now'
  if (distance < hour) return text(Math.floor(distance / minute), 'min')
  if (distance < day) return text(Math.floor(distance / hour), 'h')
  return dayFormat.format(at)
}

export const exactTime = (at: number) => exactFormat.format(at)

export const dayOf = (at: number) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(at)

export const count = (value: number) => numberFormat.format(value)

export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** 1,536 to "1.5 KB". */
export function bytes(size: number): string {
  const units = ['B', 'KB', 'MB', 'GB']
  let value = size
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`
}

export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  return ms < minute ? `${(ms / 1000).toFixed(1)} s` : `${(ms / minute).toFixed(1)} min`
}
