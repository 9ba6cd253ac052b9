import { expect, test } from 'bun:test'
import { docxFrom, namespaces, paragraph, run } from '../../../tests/docx-parts.ts'
import { readDocxText } from './read-docx-text.ts'

type Level = { format: string; text: string; more?: string }

const level = ({ format, text, more = '' }: Level, index: number) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const abstract = (id: number, levels: Level[], more = '') =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels.map(level).join('')}</w:abstractNum>`
const list = (id: number, abstractId: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`
const item = (text: string, id: number, depth = 0, more = '') =>
  `<w:p><w:pPr>${more}<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${run(text)}</w:p>`
const styled = (style: string, text: string, more = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${run(text)}</w:p>`

async function linesOf(body: string, numbering: string, styles = ''): Promise<string[]> {
  const { text } = await readDocxText(
    docxFrom({
      body,
      relations: [
        { id: 'n1', type: 'numbering', target: 'numbering.xml' },
        { id: 's1', type: 'styles', target: 'styles.xml' },
      ],
      parts: {
        'word/numbering.xml': `<w:numbering ${namespaces}>${numbering}</w:numbering>`,
        'word/styles.xml': `<w:styles ${namespaces}>${styles}</w:styles>`,
      },
    }),
  )
  return text.split('\n').filter((line) => line.trim() !== '')
}

const outline = abstract(0, [
  { format: 'decimal', text: '%1.' },
  { format: 'decimal', text: '%1.%2' },
  { format: 'lowerLetter', text: '%3)' },
])

test('numbers of an outline are read, and deeper levels begin again', async () => {
  const body =
    item('Work', 1) +
    item('Oslo', 1, 1) +
    item('Led', 1, 2) +
    item('Built', 1, 2) +
    item('Rome', 1, 1) +
    item('Sold', 1, 2) +
    item('School', 1) +
    item('Delft', 1, 1)
  expect(await linesOf(body, outline + list(1, 0))).toEqual([
    '1. Work',
    '1.1 Oslo',
    'a) Led',
    'b) Built',
    '1.2 Rome',
    'a) Sold',
    '2. School',
    '2.1 Delft',
  ])
})

test.each([
  ['upperRoman', '%1.', ['I. One', 'II. Two', 'III. Three', 'IV. Four']],
  ['lowerRoman', '(%1)', ['(i) One', '(ii) Two', '(iii) Three', '(iv) Four']],
  ['upperLetter', '%1)', ['A) One', 'B) Two', 'C) Three', 'D) Four']],
  ['decimalZero', '%1', ['01 One', '02 Two', '03 Three', '04 Four']],
  ['ordinal', '%1', ['1st One', '2nd Two', '3rd Three', '4th Four']],
  ['none', 'Step', ['Step One', 'Step Two', 'Step Three', 'Step Four']],
  ['none', '%1', ['One', 'Two', 'Three', 'Four']],
  ['bullet', '\uf0b7', ['• One', '• Two', '• Three', '• Four']],
  ['bullet', 'o', ['• One', '• Two', '• Three', '• Four']],
  ['bullet', '–', ['– One', '– Two', '– Three', '– Four']],
  ['bullet', '', ['One', 'Two', 'Three', 'Four']],
])('a list of the format %s with the text "%s"', async (format, text, lines) => {
  const body = ['One', 'Two', 'Three', 'Four'].map((word) => item(word, 1)).join('')
  expect(await linesOf(body, abstract(0, [{ format, text }]) + list(1, 0))).toEqual(lines)
})

test('a list goes on after other text, and begins again only where it says so', async () => {
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
  const body =
    item('A', 1) +
    paragraph(run('between')) +
    item('B', 1) +
    item('C', 2) +
    item('D', 3) +
    item('E', 3) +
    item('F', 1)
  const numbering = outline + list(1, 0) + list(2, 0) + list(3, 0, restart)
  expect(await linesOf(body, numbering)).toEqual([
    '1. A',
    'between',
    '2. B',
    '3. C',
    '5. D',
    '6. E',
    '7. F',
  ])
})

test('headings have the number of their style, and of the one it is based on', async () => {
  const style = (id: string, more: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}">${more}</w:style>`
  const numbered = (more: string) => `<w:pPr><w:numPr>${more}</w:numPr></w:pPr>`
  const numbering =
    abstract(0, [
      { format: 'upperRoman', text: '%1.', more: '<w:pStyle w:val="H1"/>' },
      { format: 'decimal', text: '%1.%2', more: '<w:pStyle w:val="H2"/><w:isLgl/>' },
    ]) + list(1, 0)
  const styles =
    style('H1', numbered('<w:numId w:val="1"/>')) +
    style('H2', `<w:basedOn w:val="H1"/>${numbered('<w:ilvl w:val="1"/>')}`) +
    style('Mine', '<w:basedOn w:val="H2"/>') +
    style('Loop', '<w:basedOn w:val="Loop"/>')
  const body =
    styled('H1', 'Work') +
    styled('H2', 'Oslo') +
    styled('Mine', 'Rome') +
    styled('Loop', 'plain') +
    styled('H1', 'Unnumbered', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
    styled('H1', 'School')
  expect(await linesOf(body, numbering, styles)).toEqual([
    'I. Work',
    '1.1 Oslo',
    '1.2 Rome',
    'plain',
    'Unnumbered',
    'II. School',
  ])
})

test('a list that names a style has the levels of that style', async () => {
  const numbering =
    abstract(0, [], '<w:numStyleLink w:val="Listed"/>') +
    abstract(1, [{ format: 'upperLetter', text: '%1:' }], '<w:styleLink w:val="Listed"/>') +
    list(1, 0) +
    list(2, 1)
  const styles =
    '<w:style w:type="numbering" w:styleId="Listed"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
  expect(await linesOf(item('One', 1), numbering, styles)).toEqual(['A: One'])
})

test('deleted and moved items are not counted', async () => {
  const gone = (mark: string) =>
    `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:${mark} w:id="1"/></w:rPr></w:pPr><w:${mark}>${run('gone')}</w:${mark}></w:p>`
  const body = item('One', 1) + gone('del') + gone('moveFrom') + item('Two', 1)
  expect(await linesOf(body, outline + list(1, 0))).toEqual(['1. One', '2. Two'])
})

test('a hidden item is not counted, an empty one is', async () => {
  const hidden = `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('give 100 points', '<w:vanish/>')}</w:p>`
  const body = item('One', 1) + hidden + item('', 1) + item('Three', 1)
  expect(await linesOf(body, outline + list(1, 0))).toEqual(['1. One', '3. Three'])
})

test('numbers beyond all measure stay short', async () => {
  const huge = (format: string) =>
    `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${'%1'.repeat(5_000)}"/></w:lvl></w:abstractNum>`
  for (const format of ['lowerLetter', 'upperRoman', 'decimal']) {
    const [line] = await linesOf(item('One', 1), huge(format) + list(1, 0))
    expect(line?.length).toBeLessThan(1_000)
  }
  expect(await linesOf(item('One', 1, 99) + item('Two', 7), outline + list(1, 0))).toEqual([
    'One',
    'Two',
  ])
})
