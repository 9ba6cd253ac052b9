/** What may be uploaded. Read by the browser before it asks, and by the server whatever was asked. */
export const documentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export type DocumentKind = keyof typeof documentTypes

/** Ten million bytes, which people read as "10 MB". */
export const limitFileBytes = 10_000_000
export const limitFilesPerPerson = 50

export function kindOfType(contentType: string): DocumentKind | null {
  if (contentType === documentTypes.pdf) return 'pdf'
  return contentType === documentTypes.docx ? 'docx' : null
}

/** A place is granted for bytes; the check finds out which kind they are. */
export const unknownType = 'application/octet-stream'
