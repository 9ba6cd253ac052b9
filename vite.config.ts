import tailwindcss from '@tailwindcss/vite'
import { tanstackStart } from '@tanstack/react-start/plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { clientAddressHeader } from './src/auth/client-address.ts'
import { translationsForBuild, translationsPlugin } from './scripts/translations.ts'

/** Code that must never reach the browser: importing one of these from a page fails the build. */
const serverOnly = [
  '**/*.server.*',
  'src/db/**',
  'src/adapters/**',
  'src/emails/**',
  'src/api/**',
  'src/observability/**',
  '**/{isolation,sample-data,expect-sample-data,test-*}.ts',
  'tests/**',
  'scripts/**',
]

/** Who asks, while developing; the listener (src/serve.ts) says it in production. */
const clientAddress: Plugin = {
  name: 'client-address',
  configureServer({ middlewares }) {
    middlewares.use((request, _response, next) => {
      request.headers[clientAddressHeader] = request.socket.remoteAddress ?? ''
      next()
    })
  },
}

/** Modules whose path has one of these parts, and what they import unless it is in another chunk. */
const having =
  (...parts: string[]) =>
  (id: string) =>
    parts.some((part) => id.includes(part))

/**
 * Few files for the first page. (Left alone, the bundler makes a file for every shared icon and
 * sentence.) What comes first in rank is taken out of the others: the pages around signing in are made
 * of react, base, form and auth; all the others of react, router, base, root and their own.
 */
const chunks = [
  {
    name: 'react',
    priority: 3,
    test: having('/node_modules/react/', '/node_modules/react-dom/', '/node_modules/scheduler/'),
  },
  {
    name: 'router',
    priority: 2,
    test: having('/node_modules/@tanstack/', '/node_modules/use-sync-external-store/'),
  },
  {
    name: 'base',
    priority: 1,
    test: having(
      'vite/preload-helper',
      '/src/site.',
      '/src/search-params.',
      '/src/auth/safe-redirect.',
      '/src/i18n/locale.',
      '/src/platform/identity/auth-island-id.',
      '/src/platform/navigation/brand-mark.',
      '/src/platform/navigation/language-links.',
      '/src/ui/button.',
      '/src/ui/is-unavailable.',
      '/src/ui/is-unreachable.',
      '/src/ui/needs-scripts-once.',
      '/src/ui/pause-transitions.',
      '/src/ui/skip-link.',
      '/src/ui/text-anchor.',
      '/src/ui/theme-switch.',
      '/src/ui/use-hydrated.',
    ),
  },
  {
    name: 'format',
    priority: 1,
    test: having('/src/ui/format-date.', '/src/ui/format-number.', '/src/ui/format-wait.'),
  },
  { name: 'root', test: having('/src/hydrate-app.', '/src/router.', '/src/rpc/client.') },
  { name: 'public', test: having('/src/platform/navigation/public-frame.', '/src/ui/container.') },
  { name: 'form', test: having('/src/ui/field.') },
  {
    name: 'auth',
    test: having('/src/platform/identity/auth-page.', '/src/platform/identity/hydrate-auth-page.'),
  },
  {
    name: 'job-list',
    test: having(
      '/src/product/jobs/job-row.',
      '/src/ui/drawings/furrows.',
      '/src/ui/drawings/gate.',
      '/src/ui/text-link.',
      '/lucide-react/dist/esm/icons/chevron-left.',
      '/lucide-react/dist/esm/icons/message-square.',
    ),
  },
]

export default defineConfig(({ command }) => ({
  server: { port: Number(process.env.PORT ?? 3000), strictPort: true },
  plugins: [
    translationsPlugin(command),
    clientAddress,
    tailwindcss(),
    tanstackStart({
      router: {
        routesDirectory: '.',
        virtualRouteConfig: './src/routes.ts',
        quoteStyle: 'single',
        semicolons: false,
        // Formatting a generated file would cost a fifth of a second of every start.
        enableRouteTreeFormatting: false,
        // Loaders leave the first page's files together with the components that they serve.
        codeSplittingOptions: {
          defaultBehavior: [
            ['loader', 'component', 'pendingComponent', 'errorComponent', 'notFoundComponent'],
          ],
        },
      },
      // It costs a second of every start, so while developing the build is trusted to refuse.
      importProtection: {
        enabled: command === 'build',
        behavior: 'error',
        client: { files: serverOnly },
      },
    }),
    react(),
  ],
  optimizeDeps: { exclude: ['bun'] },
  build: {
    target: 'es2023',
    cssTarget: ['chrome123', 'safari17.5', 'firefox121'],
    sourcemap: false,
  },
  // In development Bun loads some packages itself. Vite must choose the same files of them, or there
  // are two React renderers, and each page warns about it.
  ssr: {
    resolve: { externalConditions: ['bun', 'node', 'module-sync'] },
    // It names Start among its peers, so Start would have Vite process all of it: 186 files.
    external: ['better-auth'],
  },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // The first page carries a list of all files: without names it is a kilobyte shorter.
            chunkFileNames: 'assets/[hash].js',
            codeSplitting: { groups: chunks },
          },
        },
      },
    },
  },
  resolve: {
    alias: [
      ...(command === 'build'
        ? [{ find: '#/i18n/generated', replacement: translationsForBuild }]
        : []),
      { find: /^#\//, replacement: `${import.meta.dirname}/src/` },
    ],
  },
  ...(command === 'build' && {
    ssr: {
      noExternal: true,
      // PGlite loads .wasm files that lie beside its own module.
      external: ['@electric-sql/pglite', 'bun'],
      resolve: { conditions: ['bun', 'module', 'node', 'production'] },
    },
  }),
}))
