import tailwindcss from '@tailwindcss/vite'
import { tanstackStart } from '@tanstack/react-start/plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { translationsForBuild, translationsPlugin } from './scripts/translations.ts'

/** Code that must never reach the browser: importing one of these from a page fails the build. */
const serverOnly = [
  '**/*.server.*',
  'src/db/**',
  'src/adapters/**',
  'src/emails/**',
  'src/api/**',
  'src/observability/**',
  'scripts/**',
]

/**
 * Few files for the first page: the framework, what every page has, what the public pages, forms and
 * lists of jobs share, and the page itself. (Left alone, the bundler makes a file for every shared
 * icon and sentence.)
 */
const chunks = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
  {
    name: 'router',
    test: /node_modules[\\/](use-sync-external-store|@tanstack)[\\/]/,
    priority: 2,
  },
  {
    name: 'base',
    test: /preload-helper|auth-island-id|src[\\/](site|i18n[\\/]locale|search-params|auth[\\/]safe-redirect|ui[\\/](button|text-anchor|theme-switch|skip-link)|features[\\/]navigation[\\/](brand-mark|language-links))\.tsx?/,
    priority: 1,
  },
  { name: 'root', test: /src[\\/](hydrate-app|rpc[\\/]client|router)\.tsx?/ },
  {
    name: 'public',
    test: /src[\\/](features[\\/]navigation[\\/]public-frame|ui[\\/]container)\.tsx?/,
  },
  { name: 'form', test: /src[\\/]ui[\\/]field\.tsx/ },
  { name: 'auth', test: /src[\\/]features[\\/]identity[\\/](hydrate-)?auth-page\.tsx/ },
  { name: 'job-list', test: /src[\\/]features[\\/]jobs[\\/]job-row\.tsx/ },
]

export default defineConfig(({ command }) => ({
  server: { port: Number(process.env.PORT ?? 3000), strictPort: true },
  plugins: [
    translationsPlugin(command),
    tailwindcss(),
    tanstackStart({
      router: {
        routesDirectory: 'routes',
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
  ssr: { resolve: { externalConditions: ['bun', 'node', 'module-sync'] } },
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunks } } } } },
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
