import { crc32, inflateRawSync } from 'node:zlib'

/**
 * Just enough of ZIP to read a stranger's archive without trusting it, and to write a clean copy.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export type ZipArchive = {
  /** Inflates an entry, whatever the case of its name; undefined when there is none. */
  read: (name: string) => Uint8Array<ArrayBuffer> | undefined
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const endLength = 22
const longestComment = 0xffff

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * Opens an archive without inflating anything. What the directory says about sizes is a claim: each
 * entry is inflated when it is read, into what is left of `limitBytes` for all of them. Throws an Error
 * for whatever is broken, too big, encrypted or said twice.
 */
export function openZip(
  archive: Uint8Array,
  { limitBytes, limitEntries }: { limitBytes: number; limitEntries: number },
): ZipArchive {
  const view = viewOf(archive)
  let end = archive.length - endLength
  const lowest = Math.max(0, end - longestComment)
  while (end >= lowest && view.getUint32(end, true) !== endOfDirectory) end--
  if (end < lowest) throw new Error('no directory')
  const count = view.getUint16(end + 10, true)
  if (count > limitEntries) throw new Error('too many entries')

  const entries = new Map<string, { at: number; isTwice: boolean }>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== directoryEntry) throw new Error('broken directory')
    const nameLength = view.getUint16(at + 28, true)
    const name = nameIn(new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength)))
    entries.set(name, { at, isTwice: entries.has(name) })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }

  const inflated = new Map<string, Uint8Array<ArrayBuffer>>()
  let left = limitBytes
  function read(given: string) {
    const name = nameIn(given)
    const entry = entries.get(name)
    const known = inflated.get(name)
    if (!entry || known) return known
    if (entry.isTwice) throw new Error('an entry twice')
    const flags = view.getUint16(entry.at + 8, true)
    const method = view.getUint16(entry.at + 10, true)
    const size = view.getUint32(entry.at + 20, true)
    const header = view.getUint32(entry.at + 42, true)
    if (flags & 1) throw new Error('an encrypted entry')
    if (view.getUint32(header, true) !== localEntry) throw new Error('broken entry')
    const start =
      header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
    if (start + size > archive.length) throw new Error('an entry past the end')
    const content = contentOf(archive.subarray(start, start + size), method, left)
    left -= content.length
    inflated.set(name, content)
    return content
  }
  return { read }
}

/** Names of parts do not differ by case (ECMA-376, part 2), and some writers turn the slashes. */
const nameIn = (name: string) => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()

function contentOf(stored: Uint8Array, method: number, limitBytes: number) {
  if (method === 0 && stored.length <= limitBytes) return new Uint8Array(stored)
  if (method !== 8 || limitBytes < 1) throw new Error('too big, or packed in an unusual way')
  return new Uint8Array(inflateRawSync(stored, { maxOutputLength: limitBytes }))
}

/** An archive of these entries, stored as they are. */
export function writeZip(
  entries: Iterable<[name: string, content: Uint8Array]>,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, content] of entries) {
    const label = new TextEncoder().encode(name)
    const sum = crc32(content)
    const local = new Uint8Array(30 + label.length)
    const listed = new Uint8Array(46 + label.length)
    for (const [bytes, signature, base] of [
      [local, localEntry, 4],
      [listed, directoryEntry, 6],
    ] as const) {
      const view = viewOf(bytes)
      view.setUint32(0, signature, true)
      view.setUint16(base, 20, true)
      view.setUint32(base + 10, sum, true)
      view.setUint32(base + 14, content.length, true)
      view.setUint32(base + 18, content.length, true)
      view.setUint16(base + 22, label.length, true)
    }
    local.set(label, 30)
    viewOf(listed).setUint32(42, offset, true)
    listed.set(label, 46)
    parts.push(local, content)
    directory.push(listed)
    offset += local.length + content.length
  }
  const listing = Buffer.concat(directory)
  const end = new Uint8Array(endLength)
  const view = viewOf(end)
  view.setUint32(0, endOfDirectory, true)
  view.setUint16(8, directory.length, true)
  view.setUint16(10, directory.length, true)
  view.setUint32(12, listing.length, true)
  view.setUint32(16, offset, true)
  return new Uint8Array(Buffer.concat([...parts, listing, end]))
}
