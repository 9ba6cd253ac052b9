import { z } from 'zod'
import { contract } from '#/rpc/base-contract.ts'
import { limitFileBytes, limitFilesPerPerson } from './accepted-files.ts'
import { documentFailures } from './document-failure.ts'
import { otherFormats } from './sniff-document.ts'

export const storedFile = z.object({
  id: z.uuid(),
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.number().int(),
  createdAt: z.date(),
})
export type StoredFile = z.infer<typeof storedFile>

const uploadPermit = z.object({
  fileId: z.uuid(),
  /** PUT the file here, with these headers and no others of your own. */
  url: z.url(),
  headers: z.record(z.string(), z.string()),
  expiresAt: z.date(),
})
export type UploadPermit = z.infer<typeof uploadPermit>

/** Why a file is not taken; each has its own sentence on the screen. */
export const fileRefusalCode = z.enum([...documentFailures, 'FILE_TOO_LARGE', 'FILE_NOT_UPLOADED'])
export type FileRefusalCode = z.infer<typeof fileRefusalCode>

const fileRefusals = {
  FILE_TYPE_NOT_ALLOWED: { status: 415, message: 'Only PDF and DOCX are accepted.' },
  FILE_OTHER_FORMAT: {
    status: 415,
    message: 'Save the document as PDF or DOCX; its own format is not accepted.',
    data: z.object({ format: z.enum(otherFormats) }),
  },
  FILE_TOO_LARGE: {
    status: 413,
    message: 'The file is too large.',
    data: z.object({ limitBytes: z.literal(limitFileBytes) }),
  },
  FILE_EMPTY: { status: 422, message: 'The file has no content.' },
  FILE_ENCRYPTED: { status: 422, message: 'The file is protected with a password.' },
  FILE_UNREADABLE: { status: 422, message: 'The file is broken or too complex to read.' },
  FILE_NO_TEXT: { status: 422, message: 'The file holds pictures only, no text.' },
  FILE_BLANK: { status: 422, message: 'The file holds almost no text that can be read.' },
  FILE_XFA_FORM: { status: 422, message: 'The file is an interactive XFA form without pages.' },
  FILE_PORTFOLIO: { status: 422, message: 'The file is a portfolio of several files.' },
  FILE_NOT_UPLOADED: { status: 409, message: 'The storage has not received the file.' },
} as const satisfies Record<FileRefusalCode, object>

const tags = ['Files']

export const filesContract = {
  /** Step 1 of an upload: a place in the storage for exactly this file. */
  requestUpload: contract
    .route({ method: 'POST', path: '/files', summary: 'Ask for a place to upload to', tags })
    .input(
      z.object({
        name: z.string().min(1).max(255),
        /** Reported by the operating system, may be empty. It is only a hint: the bytes decide. */
        contentType: z.string().max(255),
        sizeBytes: z.number().int().nonnegative(),
      }),
    )
    .output(uploadPermit)
    .errors({
      ...fileRefusals,
      TOO_MANY_UPLOADS: { status: 429, message: 'Finish or cancel the uploads that are open.' },
      TOO_MANY_FILES: {
        status: 409,
        message: 'Delete a file before you add another one.',
        data: z.object({ limit: z.literal(limitFilesPerPerson) }),
      },
    }),

  /** Step 2, after the PUT: the stored bytes are checked, and the file can be used. */
  confirmUpload: contract
    .route({ method: 'POST', path: '/files/{fileId}/confirm', summary: 'Check an upload', tags })
    .input(z.object({ fileId: z.uuid() }))
    .output(storedFile)
    .errors(fileRefusals),

  /** Gives the place back; a file that was confirmed already stays. */
  cancelUpload: contract
    .route({ method: 'POST', path: '/files/{fileId}/cancel', summary: 'Give up an upload', tags })
    .input(z.object({ fileId: z.uuid() }))
    .output(z.object({ cancelled: z.boolean() })),

  /** The person's own usable files, the newest first. */
  list: contract
    .route({ method: 'GET', path: '/files', summary: 'List your files', tags })
    .output(z.array(storedFile)),
}
