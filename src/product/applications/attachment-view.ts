import type { ReactNode } from 'react'
import type { Section } from '#/define-section.tsx'

export type ApplyShown = {
  company: string
  /** The CV that is chosen now. */
  fileId: string | undefined
  /** The fields of attachments that are ticked; one of another CV may be among them. */
  asked: string[]
  onAsk: (field: string, isAsked: boolean) => void
}

/** Something that a candidate can send along with a CV. */
export type AttachmentView<Data> = Section<unknown, ApplyShown, Data> & {
  /** A few words beside each CV that can be chosen. */
  factOfCv: (data: Data, fileId: string) => string
  /** The sentence beside the button that says what the company gets; undefined when it is not asked for. */
  sendHint: (data: Data, shown: ApplyShown) => string | undefined
}

/** An attachment with its data. */
export type Attachment = {
  name: string
  factOfCv: (fileId: string) => string
  show: (shown: ApplyShown) => ReactNode
  sendHint: (shown: ApplyShown) => string | undefined
}
type Views<Data> = { [Name in keyof Data]: Omit<AttachmentView<Data[Name]>, 'load'> }

export function withData<Data extends object>(views: Views<Data>, data: Data): Attachment[]
export function withData(
  views: Views<Record<string, unknown>>,
  data: Record<string, unknown>,
): Attachment[] {
  return Object.entries(views).map(([name, view]) => ({
    name,
    factOfCv: (fileId) => view.factOfCv(data[name], fileId),
    show: (shown) => view.show(data[name], shown),
    sendHint: (shown) => view.sendHint(data[name], shown),
  }))
}
