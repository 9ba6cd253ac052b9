import type { Transporter } from 'nodemailer'
import { outsideTransaction } from '#/db/open-transaction.server.ts'
import { env } from '#/env.server.ts'
import { enqueue, type Jobs } from './queue.server.ts'

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
      connectionTimeout: 10_000,
      socketTimeout: 20_000,
    }),
  ))

export type Mail = Jobs['send-mail']

/**
 * Puts the mail into the outbox; a worker sends it, and tries again when the server is away. What may
 * be asked for twice names what it is about (a UUID), and is sent to each address once.
 */
export const queueMail = (mail: Mail, about?: string) =>
  enqueue('send-mail', mail, { id: about && Bun.randomUUIDv5(mail.to, about) })

/** The worker's side. */
export async function sendMail(mail: Mail): Promise<void> {
  outsideTransaction('sending a mail')
  await (await transport()).sendMail({ from: env.MAIL_FROM, ...mail })
}
