import { expect, test } from 'bun:test'
import { drawn, drawnPdf, objectNumber } from '../../../tests/pdf-pages.ts'
import { readPdfText } from './read-pdf-text.ts'

const references = (indexes: number[]) =>
  `[${indexes.map((index) => `${objectNumber(index)} 0 R`).join(' ')}]`

/** A page with a line on each layer of these names. */
async function textOf(names: string[], settings: string, more = ''): Promise<string> {
  const layers = names.map((_, index) => index)
  const lines = names.map(
    (_, index) =>
      `/OC /L${index} BDC ${drawn(50, 700 - 14 * index, `Text of layer ${index}`)} EMC `,
  )
  const { text } = await readPdfText(
    drawnPdf({
      pages: [drawn(50, 780, 'Ada Example, forklift trainer') + lines.join('')],
      page: `/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /Properties << ${layers.map((index) => `/L${index} ${objectNumber(index)} 0 R`).join(' ')} >> >>`,
      catalogue: `/OCProperties << /OCGs ${references(layers)} /D << ${settings} >> ${more} >>`,
      objects: names.map((name) => ({ dictionary: `<< /Type /OCG /Name ${name} >>` })),
    }),
    200_000,
  )
  return [...text.matchAll(/layer (\d)/g)].map(([, index]) => index).join('')
}

test.each([
  ['that is off', ['(English)', '(Deutsch)'], `/OFF ${references([1])}`, '0'],
  ['that is not on', ['(A)', '(B)', '(C)'], `/BaseState /OFF /ON ${references([1])}`, '1'],
  [
    'with another name',
    [String.raw`(A \(1\))`, '<FEFF00C4>', '(C)'],
    `/OFF ${references([0, 1])}`,
    '2',
  ],
])('the text of a layer %s is not read', async (_, names, settings, seen) => {
  expect(await textOf(names, settings)).toBe(seen)
})

test('text of layers that share a name is read while one of them is on', async () => {
  expect(await textOf(['(A)', '(A)'], `/OFF ${references([0])}`)).toBe('01')
  expect(await textOf(['(A)', '(B)'], '')).toBe('01')
})

test('other settings of a document than those that it opens with turn nothing off', async () => {
  const other = `/Configs [<< /OFF ${references([0])} >>]`
  expect(await textOf(['(A)', '(B)'], `/OFF ${references([1])}`, other)).toBe('0')
})
