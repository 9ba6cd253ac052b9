import PostalMime, { type Attachment } from 'postal-mime'

export interface MailParts {
  headers: { name: string; value: string }[]
  /** Ready for a sandboxed frame: pictures of the mail inlined, links open in a new tab. */
  html: string
  attachments: { name: string; type: string; size: number }[]
}

export async function parseMail(raw: Uint8Array<ArrayBuffer>): Promise<MailParts> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 32 })
  return {
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    html: mail.html ? forFrame(mail.html, mail.attachments) : '',
    attachments: mail.attachments.map((attachment) => ({
      name: attachment.filename ?? attachment.contentId ?? 'unnamed',
      type: attachment.mimeType,
      size: bytesOf(attachment).length,
    })),
  }
}

function forFrame(html: string, attachments: Attachment[]): string {
  return new HTMLRewriter()
    .on('a, area', {
      element(link) {
        link.setAttribute('target', '_blank')
        link.setAttribute('rel', 'noreferrer')
      },
    })
    .on('img[src^="cid:"]', {
      element(image) {
        const id = image.getAttribute('src')?.slice('cid:'.length)
        const attachment = attachments.find(({ contentId }) => contentId === `<${id}>`)
        if (!attachment) return
        const data = Buffer.from(bytesOf(attachment)).toString('base64')
        image.setAttribute('src', `data:${attachment.mimeType};base64,${data}`)
      },
    })
    .transform(html)
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
}
