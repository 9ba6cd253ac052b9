import { Fragment, type ReactNode } from 'react'

/**
 * A part of a page that another feature brings: the page lists it, and knows nothing else of it.
 * `Asked` is what the page's loader knows, `Shown` what the page itself does.
 */
export type Section<Asked, Shown, Data> = {
  /** Runs in the page's loader, at the same time as the others. */
  load: (asked: Asked) => Promise<Data>
  show: (data: Data, shown: Shown) => ReactNode
}
type Loading<Asked, Data> = {
  [Name in keyof Data]: { load: (asked: Asked) => Promise<Data[Name]> }
}
type Showing<Shown, Data> = {
  [Name in keyof Data]: { show: (data: Data[Name], shown: Shown) => ReactNode }
}

/** The data of every section, by its name. */
export async function loadSections<Asked, Data extends object>(
  sections: Loading<Asked, Data>,
  asked: Asked,
): Promise<Data>
export async function loadSections(
  sections: Loading<unknown, Record<string, unknown>>,
  asked: unknown,
) {
  const loaded = Object.entries(sections).map(async ([name, { load }]) => [name, await load(asked)])
  return Object.fromEntries(await Promise.all(loaded))
}

/** All sections in the order of their list, with what was loaded for them. */
export function showSections<Shown, Data extends object>(
  sections: Showing<Shown, Data>,
  data: Data,
  shown: Shown,
): ReactNode
export function showSections(
  sections: Showing<unknown, Record<string, unknown>>,
  data: Record<string, unknown>,
  shown: unknown,
) {
  return Object.entries(sections).map(([name, { show }]) => (
    <Fragment key={name}>{show(data[name], shown)}</Fragment>
  ))
}
