import { m } from '#/i18n/messages.ts'
import { formatFileSize } from '#/ui/format-number.ts'
import { limitFileBytes, limitFilesPerPerson } from './accepted-files.ts'
import type { FileRefusalCode } from './contract.ts'
import type { OtherFormat } from './sniff-document.ts'

export type UploadProblem =
  | FileRefusalCode
  | 'TOO_MANY_UPLOADS'
  | 'TOO_MANY_FILES'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'UPLOAD_FAILED'

/** Names of products, the same in every language. */
const formatNames: Record<Exclude<OtherFormat, 'docm'>, string> = {
  doc: 'Word 97–2003 (.doc)',
  odt: 'OpenDocument (.odt)',
  rtf: 'Rich Text (.rtf)',
  pages: 'Pages (.pages)',
}

/** What happened, and what to do about it. */
export function explainProblem(
  problem: UploadProblem,
  { sizeBytes = 0, format }: { sizeBytes?: number; format?: OtherFormat } = {},
): string {
  switch (problem) {
    case 'FILE_TYPE_NOT_ALLOWED':
      return m.files_error_type()
    case 'FILE_OTHER_FORMAT':
      if (format === 'docm') return m.files_error_macros()
      return format
        ? m.files_error_other_format({ format: formatNames[format] })
        : m.files_error_type()
    case 'FILE_TOO_LARGE':
      return m.files_error_too_large({
        size: formatFileSize(sizeBytes),
        limit: formatFileSize(limitFileBytes),
      })
    case 'FILE_EMPTY':
      return m.files_error_empty()
    case 'FILE_ENCRYPTED':
      return m.files_error_encrypted()
    case 'FILE_UNREADABLE':
      return m.files_error_unreadable()
    case 'FILE_NO_TEXT':
      return m.files_error_no_text()
    case 'FILE_BLANK':
      return m.files_error_blank()
    case 'FILE_XFA_FORM':
      return m.files_error_xfa_form()
    case 'FILE_PORTFOLIO':
      return m.files_error_portfolio()
    case 'FILE_NOT_UPLOADED':
      return m.files_error_not_uploaded()
    case 'TOO_MANY_UPLOADS':
      return m.files_error_too_many_uploads()
    case 'TOO_MANY_FILES':
      return m.files_error_too_many_files({ limit: limitFilesPerPerson })
    case 'RATE_LIMITED':
      return m.files_error_busy()
    case 'UNAVAILABLE':
      return m.files_error_unavailable()
    case 'UPLOAD_FAILED':
      return m.files_error_connection()
  }
}

/** Whether the same file may well go through the next time. */
export const isWorthAnotherTry = (problem: UploadProblem) =>
  ['FILE_NOT_UPLOADED', 'RATE_LIMITED', 'UNAVAILABLE', 'UPLOAD_FAILED'].includes(problem)
