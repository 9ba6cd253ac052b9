import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** The modules of these globs, from the root of the repository, always in the same order. */
export async function modulesAt(
  ...patterns: string[]
): Promise<{ path: string; exports: object }[]> {
  const paths = new Set(patterns.flatMap((one) => [...new Bun.Glob(one).scanSync(root)]))
  return Promise.all(
    [...paths].toSorted().map(async (path) => {
      const exports: unknown = await import(join(root, path))
      return { path, exports: Object(exports) }
    }),
  )
}
