import { Database } from 'bun:sqlite'
import { join } from 'node:path'

export interface MailSummary {
  id: number
  /** Milliseconds since 1970. */
  at: number
  /** The recipients of the envelope, so blind copies too. */
  to: string[]
  from: string
  subject: string
  size: number
}

export interface Mail extends MailSummary {
  text: string
  html: string
}

export interface MailQuery {
  /** 50 unless given. */
  limit?: number
  /** Part of a recipient's address, in any case. */
  to?: string
  /** Only mails older than the one with this id. */
  before?: number
}

interface MailRow extends Omit<Mail, 'to'> {
  recipients: string
}

const summaryColumns = 'id, at, recipients, sender as "from", subject, size'

/** Old mails make room, so that a forgotten folder does not grow for ever. */
const maxMails = 1000

export class MailStore {
  readonly #database: Database

  constructor(dataDir: string) {
    this.#database = new Database(join(dataDir, 'mail.sqlite'), { strict: true })
    this.#database.run('pragma journal_mode = wal')
    this.#database.run(`create table if not exists mails (
      id integer primary key autoincrement, at integer not null, recipients text not null,
      sender text not null, subject text not null, text text not null, html text not null,
      size integer not null, raw blob not null)`)
  }

  close(): void {
    this.#database.close()
  }

  add(mail: Omit<Mail, 'id' | 'size'>, raw: Uint8Array): void {
    const { lastInsertRowid } = this.#database.run(
      `insert into mails (at, recipients, sender, subject, text, html, size, raw)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      [mail.at, mail.to.join('\n'), mail.from, mail.subject, mail.text, mail.html, raw.length, raw],
    )
    this.#database.run('delete from mails where id <= ?', [Number(lastInsertRowid) - maxMails])
  }

  /** Newest first, with their texts. */
  mails({ limit = 50, to = '', before = Number.MAX_SAFE_INTEGER }: MailQuery = {}): Mail[] {
    return this.#database
      .query<MailRow, [number, string, number]>(
        `select ${summaryColumns}, text, html from mails
         where id < ?1 and instr(lower(recipients), lower(?2)) > 0 order by id desc limit ?3`,
      )
      .all(before, to, limit)
      .map(toMail)
  }

  mail(id: number): Mail | undefined {
    const row = this.#database
      .query<MailRow, [number]>(`select ${summaryColumns}, text, html from mails where id = ?`)
      .get(id)
    return row ? toMail(row) : undefined
  }

  /** As it came over the wire. */
  raw(id: number): Uint8Array<ArrayBuffer> | undefined {
    return (
      this.#database
        .query<{ raw: Uint8Array<ArrayBuffer> }, [number]>('select raw from mails where id = ?')
        .get(id)?.raw ?? undefined
    )
  }

  count(): number {
    return (
      this.#database.query<{ count: number }, []>('select count(*) as count from mails').get()
        ?.count ?? 0
    )
  }

  clear(): void {
    this.#database.run('delete from mails')
  }
}

function toMail({ recipients, ...row }: MailRow): Mail {
  return { ...row, to: recipients.split('\n') }
}
