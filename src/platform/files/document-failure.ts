/** Why a document cannot be reviewed, as the child process tells the server. */
export const documentFailures = [
  'FILE_TYPE_NOT_ALLOWED',
  'FILE_OTHER_FORMAT',
  'FILE_EMPTY',
  'FILE_ENCRYPTED',
  'FILE_UNREADABLE',
  'FILE_NO_TEXT',
  'FILE_BLANK',
  'FILE_XFA_FORM',
  'FILE_PORTFOLIO',
] as const

export class DocumentFailure extends Error {
  constructor(
    readonly code: (typeof documentFailures)[number],
    readonly data?: unknown,
  ) {
    super(code)
  }
}
