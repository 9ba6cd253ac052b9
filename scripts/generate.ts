/**
 * Writes the code that is derived from the sentences and from src/routes.ts, so that the types are whole
 * before the first `bun dev`. Run after `bun install` and by `bun run check`.
 */
import { Generator, getConfig } from '@tanstack/router-generator'
import { join } from 'node:path'

const root = join(import.meta.dir, '..')

const config = getConfig({
  routesDirectory: join(root, 'src'),
  virtualRouteConfig: './src/routes.ts',
  generatedRouteTree: join(root, 'src/routeTree.gen.ts'),
  quoteStyle: 'single',
  semicolons: false,
  enableRouteTreeFormatting: false,
  target: 'react',
  disableLogging: true,
})
const routes = new Generator({ config, root }).run()
const texts = Bun.spawn([process.execPath, join(root, 'scripts/translations.ts')], {
  stdout: 'inherit',
  stderr: 'inherit',
})
await routes
process.exit(await texts.exited)
