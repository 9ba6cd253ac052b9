import { expect, test } from 'bun:test'
import { docxFrom, namespaces, paragraph, run } from '../../../tests/docx-parts.ts'
import { readDocxText } from './read-docx-text.ts'

const tidied = (text: string) =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()

async function textOf(body: string, styles = ''): Promise<string> {
  const { text } = await readDocxText(
    docxFrom({
      body,
      relations: [{ id: 's1', type: 'styles', target: 'styles.xml' }],
      parts: { 'word/styles.xml': `<w:styles ${namespaces}>${styles}</w:styles>` },
    }),
  )
  return tidied(text)
}

const style = (type: string, id: string, run: string, basedOn?: string, isDefault = false) =>
  `<w:style w:type="${type}" w:styleId="${id}"${isDefault ? ' w:default="1"' : ''}>${basedOn ? `<w:basedOn w:val="${basedOn}"/>` : ''}<w:rPr>${run}</w:rPr></w:style>`
const hides = '<w:vanish/>'
const shows = '<w:vanish w:val="0"/>'
const character = (id: string) => `<w:rStyle w:val="${id}"/>`
const inStyle = (id: string, ...runs: string[]) =>
  `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${runs.join('')}</w:p>`
const last = paragraph(run('end'))

test.each([
  [
    'a character style hides by the one that it is based on',
    style('character', 'A', hides) + style('character', 'B', '', 'A'),
    paragraph(run('seen'), run(' stuffed', character('B'))),
    'seen',
  ],
  [
    'a style shows again what the one that it is based on hides',
    style('character', 'A', hides) + style('character', 'B', shows, 'A'),
    paragraph(run('seen'), run(' too', character('B'))),
    'seen too',
  ],
  [
    'a paragraph style hides by the one that it is based on',
    style('paragraph', 'P', hides) + style('paragraph', 'Q', '', 'P'),
    inStyle('Q', run('stuffed')) + last,
    'end',
  ],
  [
    'text is shown again by itself or by its style in a hidden paragraph',
    style('paragraph', 'P', hides) + style('character', 'S', shows),
    `${inStyle('P', run('stuffed'), run('by itself ', shows), run('by style ', character('S')))}${last}`,
    'by itself by style end',
  ],
  [
    'the style of paragraphs without one hides them',
    style('paragraph', 'Normal', hides, undefined, true),
    paragraph(run('stuffed'), run('seen', shows)),
    'seen',
  ],
  [
    'the defaults of a document hide, and a style shows',
    `<w:docDefaults><w:rPrDefault><w:rPr>${hides}</w:rPr></w:rPrDefault></w:docDefaults>${style('paragraph', 'P', shows)}`,
    paragraph(run('stuffed')) + inStyle('P', run('seen')),
    'seen',
  ],
  [
    'styles that are based on each other hide nothing',
    style('paragraph', 'P', '', 'Q') + style('paragraph', 'Q', '', 'P'),
    inStyle('P', run('seen')),
    'seen',
  ],
  [
    'a hidden row and a deleted cell',
    '',
    `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${paragraph(run('stuffed'))}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>${paragraph(run('gone'))}</w:tc><w:tc>${paragraph(run('seen'))}</w:tc></w:tr></w:tbl>`,
    'seen',
  ],
  [
    'a hidden mark joins a heading with its text',
    '',
    `<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>${run('Summary. ')}</w:p>${paragraph(run('Welder'))}`,
    'Summary. Welder',
  ],
])('%s', async (_, styles, body, text) => {
  expect(await textOf(body, styles)).toBe(text)
})

test('a field that ends in a hidden run hides nothing behind it', async () => {
  const mark = (type: string, properties = '') =>
    `<w:r><w:rPr>${properties}</w:rPr><w:fldChar w:fldCharType="${type}"/></w:r>`
  const body = paragraph(mark('begin'), mark('end', hides), run('seen'))
  expect(await textOf(body)).toBe('seen')
})

test('the signs of a formula are read', async () => {
  const part = (name: string, inside: string, properties = '') =>
    `<m:${name}><m:${name}Pr>${properties}</m:${name}Pr><m:e>${inside}</m:e></m:${name}>`
  const letter = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`
  const formula = [
    letter('f') + part('d', letter('x')),
    part('d', letter('y'), '<m:begChr m:val="["/><m:endChr m:val="]"/>'),
    part('nary', letter('n'), '<m:chr m:val="∑"/>'),
    part('rad', letter('2')),
  ]
  const body = paragraph(`<m:oMath>${formula.join(letter(' + '))}</m:oMath>`)
  expect(await textOf(body)).toBe('f(x) + [y] + ∑n + √2')
})

const fonts = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`

test.each([
  [
    'icons are no letters, and separate words',
    paragraph(run('Oslo'), run('*', fonts('Wingdings')), run('ada@example.org')),
    'Oslo ada@example.org',
  ],
  [
    'an icon by the name of its ligature is no word',
    paragraph(run('phone', fonts('Material Icons')), run('555')),
    '555',
  ],
  [
    'bullets, ticks and ratings are signs',
    paragraph(
      run('\uf0a7', fonts('Wingdings')),
      run(' Go '),
      run('lll¡¡', fonts('Wingdings')),
      run(' car '),
      run('P', fonts('Wingdings 2')),
      run(' bus '),
      run('a', fonts('Webdings')),
    ),
    '▪ Go ●●●○○ car ✓ bus ✓',
  ],
  [
    'Greek letters of Symbol are letters',
    paragraph(run('5 '), run('m', fonts('Symbol')), run('m, '), run('\uf0b3', fonts('Symbol'))),
    '5 μm, ≥',
  ],
  [
    'a private code of an unknown font is a blank',
    paragraph(run('Oslo\ue123555', fonts('Own Font'))),
    'Oslo 555',
  ],
  [
    'a symbol without the private offset is looked up by its font',
    paragraph(
      run('Go'),
      '<w:r><w:sym w:font="Wingdings" w:char="0028"/><w:sym w:font="Wingdings" w:char="00FC"/><w:sym w:font="Webdings" w:char="F0C9"/><w:sym w:font="Arial" w:char="00E9"/><w:sym w:font="Arial" w:char="FFFFFFFF"/></w:r>',
    ),
    'Go ✓ é',
  ],
])('%s', async (_, body, text) => {
  expect(await textOf(body)).toBe(text)
})

test('a style gives its text a font of symbols', async () => {
  const styles =
    style('character', 'Icon', fonts('Wingdings')) + style('character', 'Mine', '', 'Icon')
  const body = paragraph(run('(', character('Mine')), run('555'))
  expect(await textOf(body, styles)).toBe('555')
})

const reference = (kind: string, type: string, id: string) =>
  `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`
const story = (text: string) => `<w:hdr ${namespaces}>${paragraph(run(text))}</w:hdr>`

async function withHeaders(sections: string[], settings = ''): Promise<string> {
  const names = ['first', 'default', 'even', 'other']
  const ends = sections.slice(0, -1).map((inside) => `<w:p><w:pPr>${inside}</w:pPr></w:p>`)
  const { text } = await readDocxText(
    docxFrom({
      body: `${ends.join('')}${paragraph(run('Body'))}${sections.at(-1) ?? ''}`,
      relations: [
        { id: 'settings', type: 'settings', target: 'settings.xml' },
        ...names.map((id) => ({ id, type: 'header', target: `${id}.xml` })),
      ],
      parts: {
        'word/settings.xml': `<w:settings ${namespaces}>${settings}</w:settings>`,
        ...Object.fromEntries(
          names.map((name) => [`word/${name}.xml`, story(`The ${name} header`)]),
        ),
      },
    }),
  )
  return tidied(text)
}

const all =
  reference('header', 'even', 'even') +
  reference('header', 'default', 'default') +
  reference('header', 'first', 'first')
const section = (inside: string) => `<w:sectPr>${inside}</w:sectPr>`

test.each<[string, string[], string, string]>([
  ['the usual header alone', [section(all)], '', 'The default header\nBody'],
  [
    'the header of a title page first',
    [section(`${all}<w:titlePg/>`)],
    '',
    'The first header\nThe default header\nBody',
  ],
  [
    'no title page after all',
    [section(`${all}<w:titlePg w:val="0"/>`)],
    '',
    'The default header\nBody',
  ],
  [
    'the header of even pages',
    [section(all)],
    '<w:evenAndOddHeaders/>',
    'The default header\nThe even header\nBody',
  ],
  [
    'a title page with the header of the section before',
    [section(all), section('<w:titlePg/>')],
    '',
    'The first header\nThe default header\nBody',
  ],
  [
    'each header once',
    [section(all), section(all), section(reference('header', 'default', 'other'))],
    '',
    'The default header\nThe other header\nBody',
  ],
])('the pages show %s', async (_, sections, settings, text) => {
  expect(await withHeaders(sections, settings)).toBe(text)
})

test('a ticked box of an old form', async () => {
  const box = (inside: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${inside}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const body = paragraph(
    box('<w:default w:val="0"/><w:checked/>'),
    run(' Days '),
    box('<w:default w:val="0"/>'),
    run(' Nights'),
  )
  expect(await textOf(body)).toBe('☑ Days ☐ Nights')
})
