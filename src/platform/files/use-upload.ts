import { ORPCError } from '@orpc/client'
import { useEffect, useRef, useState } from 'react'
import { rpc } from '#/rpc/client.ts'
import { limitFileBytes } from './accepted-files.ts'
import type { StoredFile } from './contract.ts'
import { documentFailures } from './document-failure.ts'
import type { UploadProblem } from './explain-problem.ts'
import { putFile } from './put-file.ts'
import { type OtherFormat, otherFormats, sniffDocument } from './sniff-document.ts'

type Refused = { problem: UploadProblem; format?: OtherFormat }

export type UploadState =
  | { step: 'idle' }
  | { step: 'sending'; file: File; sentBytes: number }
  | { step: 'checking'; file: File }
  | ({ step: 'refused'; file: File } & Refused)

/** One upload after the other: ask for a place, send, have it checked. */
export function useUpload(onReady: (stored: StoredFile) => void | Promise<void>) {
  const [state, setState] = useState<UploadState>({ step: 'idle' })
  const current = useRef<AbortController>(undefined)
  /** Sent whole, but not checked yet: another try need not send it again. */
  const arrived = useRef<{ file: File; fileId: string }>(undefined)
  useEffect(() => () => current.current?.abort(), [])

  /** The place is given back; it would expire by itself. */
  const giveBack = (fileId: string) => rpc.files.cancelUpload({ fileId }).catch(() => {})

  async function upload(file: File) {
    current.current?.abort()
    const attempt = new AbortController()
    current.current = attempt
    const { signal } = attempt
    const show = (next: UploadState) => !signal.aborted && setState(next)
    const before = arrived.current
    arrived.current = undefined
    let fileId = before?.file === file ? before.fileId : undefined
    if (before && !fileId) void giveBack(before.fileId)
    try {
      if (!fileId) {
        const refused = await refusalOf(file)
        if (refused) return show({ step: 'refused', file, ...refused })
        show({ step: 'sending', file, sentBytes: 0 })
        const wanted = { name: file.name, contentType: file.type, sizeBytes: file.size }
        const permit = await rpc.files.requestUpload(wanted, { signal })
        fileId = permit.fileId
        const onProgress = (sentBytes: number) => show({ step: 'sending', file, sentBytes })
        await putFile(file, permit, { signal, onProgress })
      }
      show({ step: 'checking', file })
      arrived.current = { file, fileId }
      const stored = await rpc.files.confirmUpload({ fileId }, { signal })
      arrived.current = undefined
      if (!signal.aborted) await onReady(stored)
      show({ step: 'idle' })
    } catch (error) {
      const refused = whatWentWrong(error)
      show({ step: 'refused', file, ...refused })
      // A newer attempt may have its own there by now.
      const hasArrived = arrived.current !== undefined && arrived.current.fileId === fileId
      if (hasArrived && !signal.aborted && mayBeCheckedLater(refused.problem)) return
      if (hasArrived) arrived.current = undefined
      if (fileId) await giveBack(fileId)
    }
  }

  function cancel() {
    current.current?.abort()
    setState({ step: 'idle' })
  }

  return { state, upload, cancel }
}

/** The server's refusal if the file alone decides it, so that nothing is sent in vain. */
async function refusalOf(file: File): Promise<Refused | null> {
  if (file.size > limitFileBytes) return { problem: 'FILE_TOO_LARGE' }
  if (file.size === 0) return { problem: 'FILE_EMPTY' }
  const sniffed = await file.arrayBuffer().then(
    (buffer) => sniffDocument(new Uint8Array(buffer)),
    // A folder, or a file that was moved or is no longer on this machine.
    () => null,
  )
  if (sniffed === null) return { problem: 'FILE_UNREADABLE' }
  if (sniffed === 'pdf' || sniffed === 'docx') return null
  if (sniffed === 'encrypted') return { problem: 'FILE_ENCRYPTED' }
  if (sniffed === 'unknown') return { problem: 'FILE_TYPE_NOT_ALLOWED' }
  return { problem: 'FILE_OTHER_FORMAT', format: sniffed }
}

const known: readonly string[] = [
  ...documentFailures,
  'FILE_TOO_LARGE',
  'FILE_NOT_UPLOADED',
  'TOO_MANY_UPLOADS',
  'TOO_MANY_FILES',
  'RATE_LIMITED',
  'UNAVAILABLE',
] satisfies UploadProblem[]
const isKnown = (code: string): code is UploadProblem => known.includes(code)

/** The check said nothing about the file: busy, away, or the answer was lost. */
const mayBeCheckedLater = (problem: UploadProblem) =>
  ['RATE_LIMITED', 'UNAVAILABLE', 'UPLOAD_FAILED'].includes(problem)

function whatWentWrong(error: unknown): Refused {
  if (!(error instanceof ORPCError) || !isKnown(error.code)) return { problem: 'UPLOAD_FAILED' }
  const named: unknown = error.data?.format
  return { problem: error.code, format: otherFormats.find((format) => format === named) }
}
