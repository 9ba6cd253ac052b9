import { childrenOf, readXml, type XmlElement } from './read-xml.ts'
import type { ZipArchive } from './zip-archive.ts'

type Relation = { id: string; type: string; target: string }

/** The parts of a document that was saved by Office (ECMA-376, part 2), found by their relations. */
export type DocxPackage = ReturnType<typeof docxPackage>

export function docxPackage(archive: ZipArchive) {
  const relations = new Map<string, Relation[]>()
  const parts = new Map<string, XmlElement | null>()

  /** The relationships of a part inside the archive; '' stands for the archive itself. */
  function relationsOf(part: string): Relation[] {
    const known = relations.get(part)
    if (known) return known
    const folder = part.slice(0, part.lastIndexOf('/') + 1)
    const bytes = archive.read(`${folder}_rels/${part.slice(folder.length)}.rels`)
    const found = (bytes ? childrenOf(readXml(bytes)) : [])
      .filter(({ attributes }) => attributes.get('TargetMode') !== 'External')
      .map(({ attributes }) => ({
        id: attributes.get('Id') ?? '',
        // Transitional and strict files name the same relation by different addresses.
        type: attributes.get('Type')?.split('/').at(-1) ?? '',
        target: resolve(folder, attributes.get('Target') ?? ''),
      }))
    relations.set(part, found)
    return found
  }

  return {
    relationsOf,
    bytesOf: (part: string) => archive.read(part),
    targetOf: (part: string, id: string | undefined) =>
      relationsOf(part).find((relation) => relation.id === id)?.target,
    targetOfType: (part: string, type: string) =>
      relationsOf(part).find((relation) => relation.type === type)?.target,
    /** Null when there is no such part. */
    xmlOf(part: string | undefined): XmlElement | null {
      if (part === undefined) return null
      const known = parts.get(part)
      if (known !== undefined) return known
      const bytes = archive.read(part)
      const root = bytes ? readXml(bytes) : null
      parts.set(part, root)
      return root
    },
  }
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `/${folder}${target}`
  const kept: string[] = []
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') kept.pop()
    else if (step !== '' && step !== '.') kept.push(step)
  }
  return kept.join('/')
}
