import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Lies beside a new embedded database until it is filled, and names the process that fills it. */
const markOf = (directory: string) => `${directory}.unfinished`

export const isPrepared = (directory: string) =>
  existsSync(directory) && !existsSync(markOf(directory))

/**
 * Whether the database is to be made anew. What an interrupted preparation has left is thrown away: it
 * was never used, since the app waits for the end of it.
 */
export async function beginPreparation(directory: string): Promise<boolean> {
  const mark = markOf(directory)
  const other = await readFile(mark, 'utf8').catch(() => null)
  if (other !== null && isRunning(Number(other))) return false
  if (other !== null) await rm(directory, { recursive: true, force: true })
  if (existsSync(directory)) return false
  await mkdir(dirname(mark), { recursive: true })
  await writeFile(mark, String(process.pid))
  return true
}

export const endPreparation = (directory: string) => rm(markOf(directory), { force: true })

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}
