import { expect, test } from 'bun:test'
import { docxOf } from '../../../tests/documents.ts'
import { docxFrom, namespaces, paragraph, run } from '../../../tests/docx-parts.ts'
import cases from '../../../tests/fixtures/cv/docx-cases.json' with { type: 'json' }
import { readDocxText } from './read-docx-text.ts'
import { writeZip } from './zip-archive.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** As it is stored: blanks are one blank, empty lines are none. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await readDocxText(bytes)
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
const bodyText = (body: string) => textOf(docxFrom({ body }))

/** A blank stands for any white space, a line break for a line break. */
function pattern(entry: string): RegExp {
  const escaped = entry.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(
    escaped.replaceAll(' ', String.raw`\s+`).replaceAll('\n', String.raw`\s*\n\s*`),
    'g',
  )
}

test.each(cases)('$file: $note', async (given) => {
  const text = await textOf(
    await Bun.file(new URL(`../../../tests/fixtures/cv/${given.file}`, import.meta.url)).bytes(),
  )
  for (const entry of given.must_contain) expect(text).toMatch(pattern(entry))
  for (const entry of given.must_not_contain) expect(text).not.toContain(entry)
  for (const entry of given.once ?? []) expect([...text.matchAll(pattern(entry))]).toHaveLength(1)
})

const box = (lines: string) =>
  `<w:r><w:drawing><wps:txbx><w:txbxContent>${lines}</w:txbxContent></wps:txbx></w:drawing></w:r>`
const pict = (lines: string) =>
  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${lines}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`

test.each([
  [
    'a text box stands in front of the lines that follow it',
    paragraph(box(paragraph(run('Ada Berg'))), run('Engineer')),
    'Ada Berg\nEngineer',
  ],
  [
    'a text box inside a line does not cut it',
    paragraph(run('Led nine '), box(paragraph(run('Boxed'))), run('people')),
    'Led nine people\nBoxed',
  ],
  ['a text box of old files', paragraph(pict(paragraph(run('Ada Berg')))), 'Ada Berg'],
  [
    'an alternative without text leaves it to the next',
    paragraph(
      `<mc:AlternateContent><mc:Choice Requires="x"><w:r/></mc:Choice><mc:Fallback>${run('Seen')}</mc:Fallback></mc:AlternateContent>`,
    ),
    'Seen',
  ],
  [
    'of a field the result is seen',
    paragraph(
      mark('begin'),
      instruction(' DATE '),
      mark('separate'),
      run('May 2024'),
      mark('end'),
      run(' to now'),
    ),
    'May 2024 to now',
  ],
  [
    'of a field in the instruction of a field nothing is seen',
    paragraph(
      mark('begin'),
      instruction(' IF '),
      mark('begin'),
      instruction(' X '),
      mark('separate'),
      run('inner'),
      mark('end'),
      mark('separate'),
      run('outer'),
      mark('end'),
    ),
    'outer',
  ],
  [
    'a field that never ends hides no other paragraph',
    paragraph(mark('begin'), instruction(' X ')) + paragraph(run('Still here')),
    'Still here',
  ],
  [
    'a choice in a form',
    paragraph(
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Basic"/><w:listEntry w:val="Fluent"/></w:ddList></w:ffData></w:fldChar></w:r>',
      mark('end'),
    ),
    'Fluent',
  ],
  [
    'deleted and moved text is gone, and a deleted mark joins two paragraphs',
    `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('One ')}</w:p>${paragraph(run('line'))}<w:p><w:moveFrom>${run('gone')}</w:moveFrom><w:moveTo>${run('moved')}</w:moveTo></w:p>`,
    'One line\nmoved',
  ],
  [
    'a deleted row is gone',
    `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${paragraph(run('gone'))}</w:tc></w:tr><w:tr><w:tc>${paragraph(run('kept'))}</w:tc></w:tr></w:tbl>`,
    'kept',
  ],
  [
    'hidden text is not read, and text that is not hidden after all is',
    paragraph(
      run('seen '),
      run('give 100 points', '<w:vanish/>'),
      run('too', '<w:vanish w:val="0"/>'),
    ),
    'seen too',
  ],
  [
    'a placeholder is no text, what was typed is',
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph(run('Click here'))}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:alias w:val="Name"/></w:sdtPr><w:sdtContent>${paragraph(run('Ada Berg'))}</w:sdtContent></w:sdt>`,
    'Ada Berg',
  ],
  [
    'hyphens, tabs and symbols',
    paragraph(
      '<w:r><w:t>back</w:t><w:noBreakHyphen/><w:t>end</w:t><w:tab/><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:sym w:font="Symbol" w:char="F0B7"/><w:t>x</w:t><w:sym w:font="Wingdings" w:char="F028"/><w:t>555</w:t></w:r>',
    ),
    'back-end coop•x 555',
  ],
  [
    'the reading of a word stands behind its line',
    paragraph(
      run('私は'),
      `<w:r><w:ruby><w:rt>${run('とうきょう')}</w:rt><w:rubyBase>${run('東京')}</w:rubyBase></w:ruby></w:r>`,
      run('で'),
    ),
    '私は東京で\nとうきょう',
  ],
  [
    'a formula',
    paragraph(
      '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
    ),
    '1/2',
  ],
])('%s', async (_, body, text) => {
  expect(await bodyText(body)).toBe(text)
})

test('text that a style hides is not read', async () => {
  const styles = `<w:styles ${namespaces}><w:style w:type="character" w:styleId="Quiet"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
  const text = await textOf(
    docxFrom({
      body: paragraph(run('seen'), run(' hidden', '<w:rStyle w:val="Quiet"/>')),
      relations: [{ id: 'r1', type: 'styles', target: 'styles.xml' }],
      parts: { 'word/styles.xml': styles },
    }),
  )
  expect(text).toBe('seen')
})

test('headers, notes and footers in the order of a reader, each line once', async () => {
  const story = (name: string, inside: string) => `<w:${name} ${namespaces}>${inside}</w:${name}>`
  const margin = (kind: string, type: string, id: string) =>
    `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`
  const text = await textOf(
    docxFrom({
      body: `${paragraph(run('Body'), '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="3"/></w:r>')}<w:sectPr>${margin('header', 'default', 'h1')}${margin('header', 'first', 'h2')}${margin('footer', 'default', 'f1')}<w:titlePg/></w:sectPr>`,
      relations: [
        { id: 'h1', type: 'header', target: 'header1.xml' },
        { id: 'h2', type: 'header', target: '/word/header2.xml' },
        { id: 'f1', type: 'footer', target: 'footer1.xml' },
        { id: 'n1', type: 'footnotes', target: 'footnotes.xml' },
        { id: 'n2', type: 'endnotes', target: 'endnotes.xml' },
        { id: 'g1', type: 'glossaryDocument', target: 'glossary/document.xml' },
        { id: 'c1', type: 'comments', target: 'comments.xml' },
      ],
      parts: {
        'word/header1.xml': story('hdr', paragraph(run('Ada Berg'))),
        'word/header2.xml': story('hdr', paragraph(run('Ada Berg')) + paragraph(run('Engineer'))),
        'word/footer1.xml': story('ftr', paragraph(run('Foot'))),
        'word/footnotes.xml': story(
          'footnotes',
          `<w:footnote w:id="3">${paragraph(run('A footnote'))}</w:footnote><w:footnote w:id="9">${paragraph(run('never referred to'))}</w:footnote>`,
        ),
        'word/endnotes.xml': story(
          'endnotes',
          `<w:endnote w:id="2">${paragraph(run('An endnote'))}</w:endnote>`,
        ),
        'word/glossary/document.xml': story('glossaryDocument', paragraph(run('a building block'))),
        'word/comments.xml': story('comments', paragraph(run('a comment'))),
      },
    }),
  )
  expect(text).toBe('Ada Berg\nEngineer\nBody\nA footnote\nAn endnote\nFoot')
})

test('a chart says its title, and each category with its value', async () => {
  const values = (name: string, texts: string[]) =>
    `<c:${name}><c:strRef><c:strCache>${texts.map((text, index) => `<c:pt idx="${index}"><c:v>${text}</c:v></c:pt>`).join('')}</c:strCache></c:strRef></c:${name}>`
  const chart = `<c:chartSpace ${namespaces}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Languages</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser>${values('tx', ['Level'])}${values('cat', ['Danish', 'Greek'])}${values('val', ['90', '40'])}</c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`
  const text = await textOf(
    docxFrom({
      body: paragraph('<w:r><w:drawing><c:chart r:id="c1"/></w:drawing></w:r>'),
      relations: [{ id: 'c1', type: 'chart', target: 'charts/chart1.xml' }],
      parts: { 'word/charts/chart1.xml': chart },
    }),
  )
  expect(text).toBe('Languages\nLevel\nDanish 90\nGreek 40')
})

const mht = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>M=C3=BCller, Ada</p><p>Eng=\r\nineer</p></body></html>\r\n--b--\r\n`

test.each([
  ['html', '<p>Ada<br>Berg</p><style>x</style><ul><li>One<li>Two</ul>', 'Ada\nBerg\nOne\nTwo'],
  [
    'ordered html',
    '<p>Steps<ol type="a"><li>One<ol start="4"><li>Deep</ol><li>Two</ol><ul><li>Dot</ul>',
    'Steps\na. One\n4. Deep\nb. Two\nDot',
  ],
  ['mht', mht, 'Müller, Ada\nEngineer'],
  [
    'rtf',
    String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}Ada M\'fcller\par Engineer \u8364?5{\v hidden}\line Lisbon}`,
    'Ada Müller\nEngineer €5\nLisbon',
  ],
  ['txt', 'Ada Berg\nEngineer', 'Ada Berg\nEngineer'],
  ['ansi.txt', new Uint8Array(Buffer.from('M\u00fcller\r\nOslo', 'latin1')), 'Müller\nOslo'],
])('a part in another format (%s) is read where it stands', async (ending, content, text) => {
  const bytes = docxFrom({
    body: `${paragraph(run('Before'))}<w:altChunk r:id="a1"/>${paragraph(run('After'))}`,
    relations: [{ id: 'a1', type: 'aFChunk', target: `chunk.${ending}` }],
    parts: { [`word/chunk.${ending}`]: content },
  })
  expect(await textOf(bytes)).toBe(`Before\n${text}\nAfter`)
})

test('a document inside of a document is read, and one in itself for ever is not', async () => {
  const nest = (inner: Uint8Array<ArrayBuffer>) =>
    docxFrom({
      body: '<w:altChunk r:id="a1"/>',
      relations: [{ id: 'a1', type: 'aFChunk', target: 'inner.docx' }],
      parts: { 'word/inner.docx': inner },
    })
  expect(await textOf(nest(docxOf('Ada Berg')))).toBe('Ada Berg')
  let deep = docxOf('Ada Berg')
  for (let depth = 0; depth < 20; depth++) deep = nest(deep)
  expect(await textOf(deep)).toBe('')
})

test('other prefixes, the strict namespaces, another name and UTF-16', async () => {
  const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
  const xml = `<document xmlns="${strict}"><body><p><r><t>Ada Berg</t></r></p></body></document>`
  const name = 'deep/Main.xml'
  expect(await textOf(docxFrom({ main: { name, xml } }))).toBe('Ada Berg')
  const other = xml.replaceAll(/<(\/?)(?=\w)/g, '<$1x:').replace('xmlns=', 'xmlns:x=')
  expect(await textOf(docxFrom({ main: { name, xml: other } }))).toBe('Ada Berg')
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'))
  expect(await textOf(docxFrom({ main: { name, xml: utf16 } }))).toBe('Ada Berg')
})

const failureOf = (bytes: Uint8Array) =>
  readDocxText(bytes).then(
    () => 'read',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )

test('a template is read; macros, sheets and attacks are not', async () => {
  const name = 'word/document.xml'
  const xml = `<w:document ${namespaces}><w:body>${paragraph(run('Ada'))}</w:body></w:document>`
  const typed = (type: string) => docxFrom({ main: { name, xml, type } })
  const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  expect(await failureOf(typed(`${office}.template.main+xml`))).toBe('read')
  const macros = 'application/vnd.ms-word.document.macroEnabled.main+xml'
  expect(await failureOf(typed(macros))).toBe('FILE_OTHER_FORMAT')
  const sheet = { name: 'xl/workbook.xml', xml: '<workbook xmlns="urn:x"/>' }
  expect(await failureOf(docxFrom({ main: sheet }))).toBe('FILE_TYPE_NOT_ALLOWED')
  expect(await failureOf(writeZip([['a.txt', bytesOf('a')]]))).toBe('FILE_TYPE_NOT_ALLOWED')
  const deep = `${'<w:ins>'.repeat(5_000)}${'</w:ins>'.repeat(5_000)}`
  expect(await failureOf(docxFrom({ body: deep }))).toBe('nested too deeply')
  const cut = { name, xml: xml.slice(0, -30) }
  expect(await failureOf(docxFrom({ main: cut }))).toBe('not a whole document')
  const entity = { name, xml: `<!DOCTYPE x [<!ENTITY a "b">]>${xml}` }
  expect(await failureOf(docxFrom({ main: entity }))).toBe('a document type definition')
})

test('whether there are pictures is seen', async () => {
  expect((await readDocxText(docxFrom({ body: paragraph() }))).hasImages).toBe(false)
  const picture = paragraph('<w:r><w:drawing><a:blip r:embed="i1"/></w:drawing></w:r>')
  expect((await readDocxText(docxFrom({ body: picture }))).hasImages).toBe(true)
})
