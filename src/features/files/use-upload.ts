import { ORPCError } from '@orpc/client'
import { useEffect, useRef, useState } from 'react'
import { rpc } from '#/rpc/client.ts'
import { claimedType, kindOfType, limitFileBytes } from './accepted-files.ts'
import type { StoredFile } from './contract.ts'
import type { UploadProblem } from './explain-problem.ts'
import { putFile } from './put-file.ts'

export type UploadState =
  | { step: 'idle' }
  | { step: 'sending'; file: File; sentBytes: number }
  | { step: 'checking'; file: File }
  | { step: 'refused'; file: File; problem: UploadProblem }

/** One upload after the other: ask for a place, send, have it checked. */
export function useUpload(onReady: (stored: StoredFile) => void | Promise<void>) {
  const [state, setState] = useState<UploadState>({ step: 'idle' })
  const current = useRef<AbortController>(undefined)
  useEffect(() => () => current.current?.abort(), [])

  async function upload(file: File) {
    const claimed = { name: file.name, contentType: claimedType(file), sizeBytes: file.size }
    const problem = problemOf(claimed)
    if (problem) return setState({ step: 'refused', file, problem })
    current.current?.abort()
    const attempt = new AbortController()
    current.current = attempt
    const { signal } = attempt
    const show = (next: UploadState) => !signal.aborted && setState(next)
    show({ step: 'sending', file, sentBytes: 0 })
    let fileId: string | undefined
    try {
      const permit = await rpc.files.requestUpload(claimed, { signal })
      fileId = permit.fileId
      const onProgress = (sentBytes: number) => show({ step: 'sending', file, sentBytes })
      await putFile(file, permit, { signal, onProgress })
      show({ step: 'checking', file })
      const stored = await rpc.files.confirmUpload({ fileId }, { signal })
      if (!signal.aborted) await onReady(stored)
      show({ step: 'idle' })
    } catch (error) {
      show({ step: 'refused', file, problem: whatWentWrong(error) })
      // The place is given back; it would expire by itself.
      if (fileId) await rpc.files.cancelUpload({ fileId }).catch(() => {})
    }
  }

  function cancel() {
    current.current?.abort()
    setState({ step: 'idle' })
  }

  return { state, upload, cancel }
}

/** What the server would refuse by the claim alone, said before anything is sent. */
function problemOf(claimed: { contentType: string; sizeBytes: number }): UploadProblem | null {
  if (claimed.sizeBytes > limitFileBytes) return 'FILE_TOO_LARGE'
  if (!kindOfType(claimed.contentType)) return 'FILE_TYPE_NOT_ALLOWED'
  return claimed.sizeBytes === 0 ? 'FILE_EMPTY' : null
}

const known: readonly string[] = [
  'FILE_TYPE_NOT_ALLOWED',
  'FILE_TOO_LARGE',
  'FILE_EMPTY',
  'FILE_ENCRYPTED',
  'FILE_UNREADABLE',
  'FILE_NO_TEXT',
  'FILE_NOT_UPLOADED',
  'TOO_MANY_UPLOADS',
  'TOO_MANY_FILES',
  'RATE_LIMITED',
] satisfies UploadProblem[]
const isKnown = (code: string): code is UploadProblem => known.includes(code)

function whatWentWrong(error: unknown): UploadProblem {
  if (error instanceof ORPCError && isKnown(error.code)) return error.code
  return 'UPLOAD_FAILED'
}
