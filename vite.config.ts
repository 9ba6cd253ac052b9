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

export default defineConfig(({ command }) => ({
  server: { port: Number(process.env.PORT ?? 3000), strictPort: true },
  plugins: [
    translationsPlugin(command),
    tailwindcss(),
    tanstackStart({
      router: { routesDirectory: 'routes', quoteStyle: 'single', semicolons: false },
      importProtection: { behavior: 'error', client: { files: serverOnly } },
    }),
    react(),
  ],
  optimizeDeps: { exclude: ['bun'] },
  build: { target: 'es2023', sourcemap: false },
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
