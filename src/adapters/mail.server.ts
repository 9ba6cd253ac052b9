import type { Transporter } from 'nodemailer'
import { z } from 'zod'
import { outsideTransaction } from '#/db/open-transaction.server.ts'
import { env } from '#/env.server.ts'
import { defineJob } from './define-job.ts'
import { enqueue } from './queue.server.ts'

let opened: Promise<Transporter> | undefined

/** One pool of connections, opened with the first mail: no page waits for its code. */
const transport = () =>
  (opened ??= import('nodemailer').then(({ createTransport }) =>
    createTransport({
      host: env.SMTP_HOST,
      port: env.SMTP_PORT,
      secure: env.SMTP_SECURE,
      auth: env.SMTP_USER ? { user: env.SMTP_USER, pass: env.SMTP_PASSWORD } : undefined,
      pool: true,
      maxConnections: 2,
      connectionTimeout: 3_000,
      greetingTimeout: 5_000,
      socketTimeout: 10_000,
      dnsTimeout: 5_000,
    }),
  ))

const mail = z.object({
  to: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
})
export type Mail = z.infer<typeof mail>

export const sendMailJob = defineJob({
  name: 'send-mail',
  data: mail,
  forgets: ['subject', 'html', 'text', 'headers'],
  // Tried for about ten hours. A finished one keeps its id, against sending it twice.
  options: { retryLimit: 20, retryDelayMax: 3_600, expireInSeconds: 60, deleteAfterSeconds: 3_600 },
})

/**
 * Puts the mail into the outbox; a worker sends it, and tries again when the server is away. What may
 * be asked for twice names what it is about (a UUID), and is sent to each address once.
 */
export const queueMail = (mail: Mail, about?: string) =>
  enqueue(sendMailJob, mail, { id: about && Bun.randomUUIDv5(mail.to, about) })

/** The worker's side. */
export async function sendMail(mail: Mail): Promise<void> {
  outsideTransaction('sending a mail')
  await (await transport()).sendMail({ from: env.MAIL_FROM, ...mail })
}
