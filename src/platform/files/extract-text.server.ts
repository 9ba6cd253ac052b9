import { readFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { log } from '#/observability/log.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { DocumentKind } from './accepted-files.ts'
import { documentFailures } from './document-failure.ts'
import { fairTurns } from './fair-turns.ts'

/**
 * The libraries that parse PDF and DOCX run in a child process: what a stranger's file does to them,
 * it does there. The server runs in the project's root, where the source is.
 */
const program = join(process.cwd(), 'src/platform/files/extract-text-child.ts')
/** The work is bounded rather than the clock: on a busy machine the child waits longer, and may. */
export const usualLimits = { cpuMs: 3_000, clockMs: 45_000, memoryBytes: 600 * 1024 * 1024 }
const limitAnswerBytes = 2 * 1024 * 1024

const childAnswer = z.union([
  z.object({ text: z.string().min(1).max(200_000), isWhole: z.boolean() }),
  z.object({ failure: z.enum(documentFailures), data: z.unknown().optional() }),
])
const busy = { failure: 'RATE_LIMITED', data: { retryAfterSeconds: 15 } }

/**
 * The whole of a check, with the bytes that it holds, is done inside a turn: `inTurn(userId, work)`.
 * A person has one at a time, so that the other place is there for everybody else. Each person's own
 * line has room for all the uploads and reviews that one person can have open.
 */
export const inReadingTurn = fairTurns({
  atOnce: 2,
  atOnceOfPerson: 1,
  waitingOfPerson: 10,
  waiting: 500,
  waitMs: 45_000,
})

/**
 * The text of a document, at most 200,000 characters of 500 pages, line by line, and whether that is
 * all of it. To be called inside `inReadingTurn`. Throws the refusals of document-failure.ts (FILE_UNREADABLE: broken, or more than 3 s
 * or 600 MB of work), and RATE_LIMITED when this machine was too busy to tell.
 */
export async function readDocument(
  bytes: Uint8Array<ArrayBuffer>,
  kind: DocumentKind,
  limits = usualLimits,
): Promise<{ text: string; isWhole: boolean }> {
  const answer = await runChild(bytes, kind, limits)
  if ('failure' in answer) throw new Refusal(answer.failure, answer.data)
  return answer
}

export const extractText = async (...given: Parameters<typeof readDocument>): Promise<string> =>
  (await readDocument(...given)).text

async function runChild(
  bytes: Uint8Array<ArrayBuffer>,
  kind: DocumentKind,
  limits: typeof usualLimits,
): Promise<z.infer<typeof childAnswer> | typeof busy> {
  const child = Bun.spawn(
    [process.execPath, '--smol', '--no-install', '--no-env-file', program, kind],
    { stdin: bytes, stdout: 'pipe', stderr: 'ignore', cwd: '/', env: { NODE_ENV: 'production' } },
  )
  let killed: string | undefined
  const kill = (why: string) => {
    killed ??= why
    child.kill('SIGKILL')
  }
  const clock = setTimeout(kill, limits.clockMs, 'clock')
  const watch = setInterval(async () => {
    const used = await usageOf(child.pid)
    if (used.memoryBytes > limits.memoryBytes) kill('memory')
    if (used.cpuMs > limits.cpuMs) kill('work')
  }, 40)
  try {
    lowerPriority(child.pid)
    const output = await readAtMost(child.stdout, limitAnswerBytes, () => kill('output'))
    await child.exited
    if (killed || child.exitCode !== 0) {
      const { exitCode, signalCode } = child
      log.warn({ kind, killed, exitCode, signalCode, size: bytes.length }, 'document.not_read')
      // Not the file's fault: it got no processor, or the system needed the memory.
      const isStarved = killed === 'clock' || (!killed && signalCode === 'SIGKILL')
      return isStarved ? busy : { failure: 'FILE_UNREADABLE', data: undefined }
    }
    return childAnswer.parse(JSON.parse(output.trimEnd().split('\n').at(-1) ?? ''))
  } finally {
    clearTimeout(clock)
    clearInterval(watch)
    child.kill('SIGKILL')
  }
}

/** A stranger's file may take its time; requests come first. */
function lowerPriority(pid: number) {
  try {
    setPriority(pid, 5)
  } catch {
    // It has ended already, or the system has no priorities.
  }
}

/**
 * Zeros when it has ended. Limits of the kernel (RLIMIT_AS, RLIMIT_DATA) end Bun at its first
 * instruction, since it reserves far more than it uses; so the memory is looked at instead.
 */
async function usageOf(pid: number): Promise<{ memoryBytes: number; cpuMs: number }> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    // From the third field on, since a name may hold blanks: proc_pid_stat(5), in ticks and pages.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [user = 0, system = 0, pages = 0] = [fields[11], fields[12], fields[21]].map(
      (field) => Number(field) || 0,
    )
    return { memoryBytes: pages * 4096, cpuMs: (user + system) * 10 }
  }
  const listing = Bun.spawn(['ps', '-o', 'rss=,time=', '-p', String(pid)], { stderr: 'ignore' })
  const [kilobytes, time = ''] = (await new Response(listing.stdout).text()).trim().split(/\s+/)
  // "0:01.25", or with hours before it.
  const seconds = time.split(':').reduce((sum, part) => sum * 60 + (Number(part) || 0), 0)
  return { memoryBytes: (Number(kilobytes) || 0) * 1024, cpuMs: seconds * 1_000 }
}

async function readAtMost(
  stream: ReadableStream<Uint8Array>,
  limitBytes: number,
  onExcess: () => void,
): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limitBytes) {
      onExcess()
      break
    }
    text += decoder.decode(chunk, { stream: true })
  }
  return text
}
