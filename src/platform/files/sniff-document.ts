/** Formats that people keep CVs in, but that nobody reads here; each is named on the screen. */
export const otherFormats = ['doc', 'docm', 'odt', 'rtf', 'pages'] as const
export type OtherFormat = (typeof otherFormats)[number]

/** `docx` is an archive that may be one: its parts are looked at by the process that reads it. */
export type Sniffed = 'pdf' | 'docx' | 'encrypted' | OtherFormat | 'unknown'

const compoundFile = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'
const asUtf16 = (name: string) => [...name].join('\0')

/**
 * The kind of a file by its bytes alone, in the browser and on the server: the type that a system
 * reports for it is no evidence, and neither is its name. A document begins with its own mark, except
 * for a byte order mark and blanks: no other file in front of it that a reader would skip.
 */
export function sniffDocument(bytes: Uint8Array): Sniffed {
  const beginning = latin1(bytes.subarray(0, 1_100))
  if (/^(?:\u00ef\u00bb\u00bf)?[\0\t\n\f\r ]{0,1000}%PDF-/.test(beginning)) return 'pdf'
  if (/^(?:\u00ef\u00bb\u00bf)?\s{0,100}\{\\rtf/.test(beginning)) return 'rtf'
  if (beginning.startsWith(compoundFile)) {
    const whole = latin1(bytes)
    if (whole.includes(asUtf16('EncryptedPackage'))) return 'encrypted'
    return whole.includes(asUtf16('WordDocument')) ? 'doc' : 'unknown'
  }
  if (!beginning.startsWith('PK\u0003\u0004')) return 'unknown'
  if (/^.{30}mimetypeapplication\/vnd\.oasis\.opendocument\.text/s.test(beginning)) return 'odt'
  // The directory at the end of an archive names its entries.
  const names = latin1(bytes)
  return names.includes('Index/Document.iwa') ? 'pages' : 'docx'
}

/** Each byte as the character of that number, which TextDecoder's "latin1" does not do. */
function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  }
  return text
}
