/** What a browser does with a file: ask for a place, put it there, have it checked. */
import { as, type Person } from './people.ts'

export async function upload(
  person: Person,
  name: string,
  contentType: string,
  bytes: Uint8Array<ArrayBuffer>,
) {
  const wanted = { name, contentType, sizeBytes: bytes.length }
  const { fileId, url, headers } = await as(person).files.requestUpload(wanted)
  const put = await fetch(url, { method: 'PUT', headers, body: bytes })
  if (!put.ok) throw new Error(`the storage refused: ${put.status} ${await put.text()}`)
  return as(person).files.confirmUpload({ fileId })
}
