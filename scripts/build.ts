/** `bun run build`: the client and the server in dist/, and the client's files compressed once for all. */
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const root = join(import.meta.dir, '..')
const vite = Bun.spawn(
  [process.execPath, '--bun', 'node_modules/.bin/vite', 'build', '--logLevel', 'warn'],
  {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdout: 'inherit',
    stderr: 'inherit',
  },
)
if ((await vite.exited) !== 0) process.exit(1)

const client = join(root, 'dist/client')
/** A sentence of src/env.ts, which all server code imports: in the client it would mean a leak. */
const canary = 'Some environment variables are missing or wrong'
const compressible = /\.(js|css|html|svg|json|txt|xml|webmanifest)$/
for await (const name of new Bun.Glob('**/*').scan({ cwd: client, onlyFiles: true })) {
  if (!compressible.test(name)) continue
  const path = join(client, name)
  const bytes = await Bun.file(path).bytes()
  if (Buffer.from(bytes).includes(canary)) throw new Error(`${name} carries server code.`)
  if (bytes.length < 256) continue
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  await Bun.write(`${path}.br`, brotliCompressSync(bytes, { params: quality }))
  await Bun.write(`${path}.gz`, Bun.gzipSync(bytes, { level: 9 }))
}
process.exit(0)
