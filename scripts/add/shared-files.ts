/** Writes a feature into the files that name every feature. */
import { type Feature, folderOf } from './feature.ts'

/** The change to each of these files; it throws when the file has no place for it. */
export const sharedFiles: Record<string, (text: string, feature: Feature) => string> = {
  'src/features.ts': (text, feature) => withEntry(text, feature, importOf(feature, 'feature.ts')),
  'src/features.server.ts': (text, feature) =>
    withEntry(text, feature, importOf(feature, 'feature.server.ts')),
  'src/routes.ts': withRoutes,
  '.dependency-cruiser.cjs': withArrows,
}

function importOf({ many, half }: Feature, file: string): string {
  const name = file === 'feature.ts' ? `{ ${many.camel} }` : `* as ${many.camel}`
  return `import ${name} from './${half}/${many.kebab}/${file}'\n`
}

/** After the features of the same half, in the imports and in the list. */
function withEntry(text: string, { many, half }: Feature, line: string): string {
  const imports = [...text.matchAll(/^import (?:\{ (\w+) \}|\* as (\w+)) from '\.\/(\w+)\/.*\n/gm)]
  const ofHalf = imports.filter(([, , , one]) => one === half)
  const last = ofHalf.at(-1) ?? imports.at(-1)
  const entry = last?.[1] ?? last?.[2]
  if (!last || entry === undefined) throw new Error('The list of the features has no entries.')
  const place = last.index + last[0].length
  const imported = text.slice(0, place) + line + text.slice(place)
  // The formatter puts the list into one line when it fits.
  const untilEntry = new RegExp(`^export const features = \\[[^\\]]*?\\b${entry}\\b`, 'm')
  return inserted(imported, untilEntry, `, ${many.camel}`)
}

/** Into the app, or below an organisation. */
function withRoutes(text: string, feature: Feature): string {
  const { one, many, owner } = feature
  const folder = `${folderOf(feature).replace('src/', '')}/routes`
  const routes = `route('/${many.kebab}', [
    index('${folder}/${many.kebab}.tsx'),
    route('/new', '${folder}/new-${one.kebab}.tsx'),
    route('/$${one.camel}Id', '${folder}/edit-${one.kebab}.tsx'),
  ]),\n`
  return owner === 'organization'
    ? inserted(text, /^ *index\('platform\/organizations\/routes\/first-page\.tsx'\),\n/m, routes)
    : inserted(text, /^ *layout\('app', '[^']+', \[\n/m, routes)
}

/** In alphabetical order. */
function withArrows(text: string, { half, many, owner }: Feature): string {
  const uses = owner === 'organization' ? ['navigation', 'organizations'] : ['navigation']
  // The product may use all of the platform.
  const listed = half === 'platform' ? uses.map((name) => `'${name}'`).join(', ') : ''
  const key = many.kebab.includes('-') ? `'${many.kebab}'` : many.kebab
  const table = new RegExp(`(?<=^const ${half} = \\{\\n)(?:.*\\n)*?(?=^\\})`, 'm')
  // Without a feature the formatter leaves no line between the braces.
  const opened = text.replace(`const ${half} = {}`, `const ${half} = {\n}`)
  if (!table.test(opened)) throw new Error(`The arrow table of the ${half} is not found.`)
  return opened.replace(table, (rows) => {
    const later = [...rows.matchAll(/^ {2}'?([\w-]+)'?: \[/gm)].find(
      ([, name = '']) => name > many.kebab,
    )
    const place = later?.index ?? rows.length
    return `${rows.slice(0, place)}  ${key}: [${listed}],\n${rows.slice(place)}`
  })
}

function inserted(text: string, after: RegExp, line: string): string {
  const found = text.match(after)
  if (found?.index === undefined) throw new Error(`There is no line like ${after}.`)
  const place = found.index + found[0].length
  return text.slice(0, place) + line + text.slice(place)
}
