import { Database } from 'bun:sqlite'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'

export interface StoredObject {
  bucket: string
  key: string
  size: number
  /** In the quotes in which HTTP carries it. */
  etag: string
  modifiedAt: number
  /** Headers given with the upload that are given back with the object. */
  headers: Record<string, string>
}

export interface StoredBucket {
  name: string
  createdAt: number
  objects: number
  bytes: number
}

export interface Blob {
  /** The file's name: random, so that no key can choose a path. */
  id: string
  size: number
  md5: string
}

interface ObjectRow {
  bucket: string
  key: string
  blob: string
  size: number
  etag: string
  modified_at: number
  headers: string
}

/** A replaced file stays for this long, for the answers that are still being sent from it. */
const graceMs = 60_000

/**
 * Buckets and objects: the index in SQLite, each object's bytes in a file of its own.
 * A file is written whole under a random name before the row points at it, so that
 * a crash leaves the old object or the new one, and at worst a file without a row,
 * which the next start removes.
 */
export class ObjectStore {
  readonly #database: Database
  readonly #folder: string
  readonly #graves = new Set<Timer>()

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'blobs')
    mkdirSync(this.#folder, { recursive: true })
    this.#database = new Database(join(dataDir, 'index.sqlite'), { strict: true })
    this.#database.run('pragma journal_mode = wal')
    this.#database.run('pragma foreign_keys = on')
    this.#database.run(`create table if not exists buckets (
      name text primary key, created_at integer not null) without rowid`)
    this.#database.run(`create table if not exists objects (
      bucket text not null references buckets, key text not null, blob text not null,
      size integer not null, etag text not null, modified_at integer not null,
      headers text not null, primary key (bucket, key)) without rowid`)
  }

  close(): void {
    for (const timer of this.#graves) clearTimeout(timer)
    this.#database.close()
  }

  /** Removes files that no row points at. */
  sweep(): void {
    const known = new Set(
      this.#database
        .query<{ blob: string }, []>('select blob from objects')
        .all()
        .map(({ blob }) => blob),
    )
    for (const name of readdirSync(this.#folder)) {
      if (!known.has(name)) rmSync(join(this.#folder, name), { force: true })
    }
  }

  createBucket(name: string): void {
    this.#database.run('insert into buckets values (?, ?) on conflict do nothing', [
      name,
      Date.now(),
    ])
  }

  hasBucket(name: string): boolean {
    return this.#database.query('select 1 from buckets where name = ?').get(name) !== null
  }

  buckets(): StoredBucket[] {
    return this.#database
      .query<StoredBucket, []>(
        `select name, created_at as createdAt, count(key) as objects, coalesce(sum(size), 0) as bytes
         from buckets left join objects on bucket = name group by name order by name`,
      )
      .all()
  }

  find(bucket: string, key: string): StoredObject | undefined {
    const row = this.#row(bucket, key)
    return row ? toObject(row) : undefined
  }

  /** The bytes, read from the disk as they are sent. Undefined when there is no such object. */
  file(bucket: string, key: string): Bun.BunFile | undefined {
    const row = this.#row(bucket, key)
    return row ? Bun.file(this.#blobPath(row.blob)) : undefined
  }

  /** In the order of their keys' bytes, strictly after `after`. */
  list(bucket: string, { prefix = '', after = '', limit = 1000 } = {}): StoredObject[] {
    return this.#database
      .query<ObjectRow, [string, string, string, string, number]>(
        `select * from objects where bucket = ?1 and key > ?2 and key >= ?3
         and substr(key, 1, length(?4)) = ?4 order by key limit ?5`,
      )
      .all(bucket, after, prefix, prefix, limit)
      .map(toObject)
  }

  newest(limit: number): StoredObject[] {
    return this.#database
      .query<ObjectRow, [number]>('select * from objects order by modified_at desc, key limit ?')
      .all(limit)
      .map(toObject)
  }

  /** Points the key at a blob that is already written. */
  put(object: Omit<StoredObject, 'size' | 'modifiedAt'>, blob: Blob): StoredObject {
    const replaced = this.#row(object.bucket, object.key)
    const stored = { ...object, size: blob.size, modifiedAt: Date.now() }
    this.#database.run('insert or replace into objects values (?, ?, ?, ?, ?, ?, ?)', [
      object.bucket,
      object.key,
      blob.id,
      blob.size,
      object.etag,
      stored.modifiedAt,
      JSON.stringify(object.headers),
    ])
    if (replaced) this.#removeBlob(replaced.blob)
    return stored
  }

  delete(bucket: string, key: string): void {
    const row = this.#row(bucket, key)
    if (!row) return
    this.#database.run('delete from objects where bucket = ? and key = ?', [bucket, key])
    this.#removeBlob(row.blob)
  }

  #blobPath(id: string): string {
    return join(this.#folder, id)
  }

  /** Streams the bytes into a new file; leaves nothing behind when the stream fails. */
  async writeBlob(bytes: AsyncIterable<Uint8Array>): Promise<Blob> {
    const id = crypto.randomUUID()
    const md5 = createHash('md5')
    const file = await open(this.#blobPath(id), 'wx')
    let size = 0
    try {
      for await (const piece of bytes) {
        md5.update(piece)
        size += piece.length
        await file.writeFile(piece)
      }
    } catch (error) {
      rmSync(this.#blobPath(id), { force: true })
      throw error
    } finally {
      await file.close()
    }
    return { id, size, md5: md5.digest('hex') }
  }

  #removeBlob(id: string): void {
    const timer = setTimeout(() => {
      this.#graves.delete(timer)
      rmSync(this.#blobPath(id), { force: true })
    }, graceMs)
    timer.unref()
    this.#graves.add(timer)
  }

  #row(bucket: string, key: string): ObjectRow | null {
    return this.#database
      .query<ObjectRow, [string, string]>('select * from objects where bucket = ? and key = ?')
      .get(bucket, key)
  }
}

function toObject({ bucket, key, size, etag, modified_at, headers }: ObjectRow): StoredObject {
  return { bucket, key, size, etag, modifiedAt: modified_at, headers: JSON.parse(headers) }
}
