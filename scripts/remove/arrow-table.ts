/** The arrow table of .dependency-cruiser.cjs: which feature may use which other. */

export type Half = 'platform' | 'product'
export type Arrows = Map<string, string[]>

const block = (half: Half) => new RegExp(`(?<=^const ${half} = \\{\\n)(?:.*\\n)*?(?=^\\})`, 'm')
const row = /^ {2}'?([\w-]+)'?: \[([^\]]*)\],\n/gm

export function arrowsOf(source: string, half: Half): Arrows {
  const rows = source.match(block(half))?.[0] ?? ''
  return new Map(
    [...rows.matchAll(row)].map(([, feature = '', may = '']) => [
      feature,
      [...may.matchAll(/'([\w-]+)'/g)].flatMap(([, name]) => name ?? []),
    ]),
  )
}

/** All that stand on one of these, also by way of another one; the given ones are not among them. */
export function dependantsOf(features: string[], arrows: Arrows): string[] {
  const found = new Set(features)
  for (let before = 0; before !== found.size;) {
    before = found.size
    for (const [feature, may] of arrows) {
      if (may.some((name) => found.has(name))) found.add(feature)
    }
  }
  return [...found].filter((name) => !features.includes(name))
}

export function withoutFeatures(source: string, half: Half, features: string[]): string {
  const names = features.map((name) => RegExp.escape(name)).join('|')
  const ownRow = new RegExp(`(?:^ {2}//.*\\n)*^ {2}'?(?:${names})'?: \\[[^\\]]*\\],\\n`, 'gm')
  const inRow = new RegExp(`'(?:${names})'(?:,\\s*)?`, 'g')
  return source.replace(block(half), (rows) =>
    rows
      .replace(ownRow, '')
      .replaceAll(row, (line) => line.replaceAll(inRow, '').replaceAll(/,\s*\]/g, ']')),
  )
}
