import { describe, expect, test } from 'bun:test'
import { drawn, drawnPdf, objectNumber } from '../../../tests/pdf-pages.ts'
import { extractText } from './extract-text.server.ts'

const textOf = (bytes: Uint8Array<ArrayBuffer>) => extractText(bytes, 'pdf')
const name = drawn(50, 780, 'Ada Example, forklift trainer')

const widget = (entries: string, rectangle = '160 700 460 716') =>
  `<< /Type /Annot /Subtype /Widget /F 4 /Rect [${rectangle}] ${entries} >>`
const formOf = (widgets: string[], page: string) =>
  drawnPdf({
    pages: [name + page],
    page: `/Annots [${widgets.map((_, index) => `${objectNumber(index)} 0 R`).join(' ')}]`,
    catalogue: `/AcroForm << /Fields [${widgets.map((_, index) => `${objectNumber(index)} 0 R`).join(' ')}] >>`,
    objects: [
      ...widgets.map((dictionary) => ({ dictionary })),
      {
        dictionary: '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] >>',
        stream: Buffer.from('q Q'),
      },
    ],
  })

describe('a form', () => {
  test('says what is ticked and chosen, where it stands', async () => {
    const text = await textOf(
      formOf(
        [
          widget(
            `/FT /Btn /T (a) /V /Yes /AS /Yes /AP << /N << /Yes ${objectNumber(3)} 0 R >> >>`,
            '50 700 60 710',
          ),
          widget(
            `/FT /Btn /T (b) /V /Off /AS /Off /AP << /N << /Yes ${objectNumber(3)} 0 R >> >>`,
            '150 700 160 710',
          ),
          widget(
            '/FT /Ch /Ff 131072 /T (c) /Opt [[(x1) (Evenings)] [(x2) (Nights)]] /V (x2)',
            '160 650 460 666',
          ),
        ],
        drawn(64, 700, 'Full time') + drawn(164, 700, 'Part time') + drawn(50, 652, 'Shift'),
      ),
    )
    expect(text).toContain('\u2611 Full time \u2610 Part time')
    expect(text).toContain('Shift Nights')
  })

  test('reads what is only drawn, or only stored as rich text', async () => {
    const appearance = (text: string, top = 4) => ({
      dictionary:
        '<< /Type /XObject /Subtype /Form /BBox [0 0 300 30] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
      stream: Buffer.from(`/Tx BMC q BT /F1 10 Tf 2 ${top} Td ${text} ET Q EMC`),
    })
    const note = (entries: string, rectangle: string) =>
      widget(entries, rectangle).replace('/Widget', '/FreeText')
    const shows = (index: number) => `/AP << /N ${objectNumber(index)} 0 R >>`
    const annotations = [
      widget(`/FT /Tx /T (a) ${shows(6)}`),
      note(
        '/RC (<body xmlns="http://www.w3.org/1999/xhtml"><p>Speaks <b>Czech</b> &amp; Polish</p><p>Licence D</p></body>)',
        '50 640 300 670',
      ),
      note(shows(7), '50 600 350 630'),
      widget(`/FT /Tx /Ff 8192 /T (b) ${shows(8)}`, '50 560 350 590'),
      widget('/FT /Tx /T (c)', '50 520 350 550'),
      widget(`/FT /Tx /T (d) ${shows(9)}`, '50 480 350 510'),
    ]
    const bytes = drawnPdf({
      pages: [name + drawn(50, 704, 'Occupation') + drawn(52, 486, 'Drawn on the page')],
      page: `/Annots [${annotations.map((_, index) => `${objectNumber(index)} 0 R`).join(' ')}]`,
      catalogue: `/AcroForm << /Fields [${[0, 3, 4, 5].map((index) => `${objectNumber(index)} 0 R`).join(' ')}] >>`,
      objects: [
        ...annotations.map((dictionary) => ({ dictionary })),
        appearance('(Tram driver) Tj'),
        appearance('12 TL (Trained new) Tj T* (drivers) Tj', 18),
        appearance('(Secret words) Tj'),
        appearance('(Drawn on the page) Tj'),
      ],
    })
    expect((await textOf(bytes)).split('\n')).toEqual([
      'Ada Example, forklift trainer',
      'Occupation Tram driver',
      'Speaks Czech & Polish',
      'Licence D',
      'Trained new',
      'drivers',
      'Drawn on the page',
    ])
  })

  test('reads fields that the form does not list', async () => {
    const bytes = drawnPdf({
      pages: [name + drawn(50, 704, 'Occupation')],
      page: `/Annots [${objectNumber(0)} 0 R ${objectNumber(1)} 0 R]`,
      objects: [
        {
          dictionary: widget(`/FT /Tx /T (a) /V (Tram driver) /AP << /N ${objectNumber(2)} 0 R >>`),
        },
        { dictionary: widget('/FT /Tx /T (b) /V (Licence D)', '50 600 350 630') },
        {
          dictionary:
            '<< /Type /XObject /Subtype /Form /BBox [0 0 300 30] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
          stream: Buffer.from(drawn(2, 4, 'Tram driver')),
        },
      ],
    })
    expect(await textOf(bytes)).toEndWith('Occupation Tram driver\nLicence D')
  })

  test('reads once a value that the page draws as well, and no hidden or secret one', async () => {
    const text = await textOf(
      formOf(
        [
          widget('/FT /Tx /T (a) /V (Tram driver)'),
          widget('/FT /Tx /T (b) /V (Hidden words)', '160 600 460 616').replace('/F 4', '/F 2'),
          widget('/FT /Tx /T (c) /Ff 8192 /V (Secret words)', '160 500 460 516'),
        ],
        drawn(162, 704, 'Tram driver'),
      ),
    )
    expect(text.match(/Tram driver/g)).toHaveLength(1)
    expect(text).not.toMatch(/Hidden|Secret/)
  })

  test('with XFA whose pages hold the text is read', async () => {
    const xfa =
      '<xdp><template><draw><value><text>Curriculum vitae</text></value></draw></template><data><n>Ada Example</n></data></xdp>'
    const bytes = drawnPdf({
      pages: [name + drawn(50, 700, 'Curriculum vitae of a trainer')],
      catalogue: `/NeedsRendering true /AcroForm << /Fields [] /XFA ${objectNumber(0)} 0 R >>`,
      objects: [{ dictionary: '<< >>', stream: Buffer.from(xfa) }],
    })
    expect(await textOf(bytes)).toContain('Ada Example')
  })
})
