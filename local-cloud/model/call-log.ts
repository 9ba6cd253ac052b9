import { Database } from 'bun:sqlite'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

export type Outcome = 'running' | 'completed' | 'aborted' | 'failed'

export type Endpoint = 'chat.completions' | 'responses' | 'embeddings'

export type ModelCall = {
  id: string
  /** Milliseconds since 1970. */
  at: number
  endpoint: Endpoint
  model: string
  /** The `task` of the answer. */
  task: string
  stream: boolean
  outcome: Outcome
  /** HTTP status; null while running. */
  status: number | null
  /** The failure, the injected fault included; null when nothing went wrong. */
  error: string | null
  inputTokens: number
  outputTokens: number
  /** Null while running. */
  durationMs: number | null
  /** The end of the instructions and of the input, at most 4,000 characters. */
  prompt: string
  /** At most 16,000 characters. */
  reply: string
}

type NewCall = Pick<
  ModelCall,
  'id' | 'endpoint' | 'model' | 'task' | 'stream' | 'inputTokens' | 'prompt'
>

type CallEnd = Pick<ModelCall, 'outcome' | 'status' | 'error' | 'outputTokens' | 'reply'>

type Row = Omit<ModelCall, 'stream'> & { stream: number }

const KEPT = 500
const PROMPT_MAX = 4_000
const REPLY_MAX = 16_000

const COLUMNS =
  'id, at, endpoint, model, task, stream, outcome, status, error, input_tokens as inputTokens, output_tokens as outputTokens, duration_ms as durationMs, prompt, reply'

/** The newest 500 calls, in a file, so that a restart does not lose what the console shows. */
export class CallLog {
  #db: Database

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true })
    this.#db = new Database(join(dataDir, 'calls.sqlite'), { create: true, strict: true })
    this.#db.run('pragma journal_mode = wal')
    this.#db.run('pragma synchronous = normal')
    this.#db.run(`create table if not exists calls (
      seq integer primary key autoincrement, id text not null unique, at integer not null,
      endpoint text not null, model text not null, task text not null, stream integer not null,
      outcome text not null, status integer, error text, input_tokens integer not null,
      output_tokens integer not null, duration_ms integer, prompt text not null, reply text not null)`)
    this.#db.run(
      `update calls set outcome = 'failed', error = 'The local model stopped during this call.' where outcome = 'running'`,
    )
  }

  begin(call: NewCall): void {
    this.#db
      .query(
        `insert into calls (id, at, endpoint, model, task, stream, outcome, input_tokens, output_tokens, prompt, reply)
         values ($id, $at, $endpoint, $model, $task, $stream, 'running', $inputTokens, 0, $prompt, '')`,
      )
      .run({
        ...call,
        at: Date.now(),
        stream: call.stream ? 1 : 0,
        prompt: excerpt(call.prompt, PROMPT_MAX),
      })
    this.#db.run(`delete from calls where seq <= (select max(seq) from calls) - ${KEPT}`)
  }

  /** The first end counts: a client that leaves after the last token did not abort. */
  finish(id: string, end: CallEnd): void {
    this.#db
      .query(
        `update calls set outcome = $outcome, status = $status, error = $error, output_tokens = $outputTokens,
         reply = $reply, duration_ms = $now - at where id = $id and outcome = 'running'`,
      )
      .run({ ...end, id, now: Date.now(), reply: excerpt(end.reply, REPLY_MAX) })
  }

  /** Newest first. */
  calls(limit: number): ModelCall[] {
    const rows = this.#db
      .query<Row, [number]>(`select ${COLUMNS} from calls order by seq desc limit ?`)
      .all(limit)
    return rows.map(fromRow)
  }

  call(id: string): ModelCall | null {
    const row = this.#db.query<Row, [string]>(`select ${COLUMNS} from calls where id = ?`).get(id)
    return row ? fromRow(row) : null
  }

  count(): number {
    return (
      this.#db.query<{ count: number }, []>('select count(*) as count from calls').get()?.count ?? 0
    )
  }

  clear(): void {
    this.#db.run('delete from calls')
  }

  close(): void {
    this.#db.close()
  }
}

const fromRow = (row: Row): ModelCall => ({ ...row, stream: row.stream === 1 })

function excerpt(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`
}
