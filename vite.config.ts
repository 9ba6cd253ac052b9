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
    test: having(
      '/node_modules/react/',
      '/node_modules/react-dom/',
      '/node_modules/scheduler/',
      'rolldown/runtime',
    ),
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
      '/src/define-section.',
      '/src/i18n/locale.',
      '/lucide-react/dist/esm/icons/search.',
      '/translations/registry.',
      '/src/platform/navigation/brand-mark.',
      '/src/platform/navigation/language-links.',
      '/src/ui/button.',
      '/src/ui/format-date.',
      '/src/ui/format-number.',
      '/src/ui/format-wait.',
      '/src/ui/is-unavailable.',
      '/src/ui/is-unreachable.',
      '/src/ui/needs-scripts-once.',
      '/src/ui/pause-transitions.',
      '/src/ui/skip-link.',
      '/src/ui/shell-main.',
      '/src/ui/text-anchor.',
      '/src/ui/text-link.',
      '/src/ui/theme-switch.',
      '/src/ui/use-hydrated.',
    ),
  },
  { name: 'root', test: having('/src/client.', '/src/router.', '/src/rpc/client.') },
  {
    name: 'public',
    priority: 1,
    test: having(
      '/src/platform/navigation/public-frame.',
      '/routes/public-layout.tsx?',
      '/src/ui/container.',
    ),
  },
  { name: 'form', test: having('/src/ui/field.') },
  {
    name: 'auth',
    test: having(
      '/src/auth/auth-client.',
      '/src/platform/identity/auth-frame.',
      '/src/platform/identity/explain-refusal.',
      '/src/platform/identity/lazy-schema.',
      '/src/platform/identity/leave-page.',
      '/src/platform/identity/posted-form.',
      '/src/platform/identity/remembered-address.',
      '/src/ui/password-field.',
      '/messages/identity_email_label.',
      '/messages/identity_forgot_',
      '/messages/identity_name_label.',
      '/messages/identity_password_',
      '/messages/identity_sign_in_title.',
      '/messages/identity_sign_up_',
      '/messages/identity_verify_send_',
    ),
  },
  {
    name: 'app',
    test: having(
      '/src/platform/navigation/app-',
      '/src/platform/navigation/entries.',
      '/src/ui/card.',
      '/src/ui/page-header.',
      '/src/ui/toast.',
    ),
  },
  {
    name: 'plans',
    priority: 1,
    test: having(
      '/src/platform/billing/gains-list.',
      '/src/platform/billing/plan-names.',
      '/src/platform/billing/price-texts.',
      '/messages/billing_offer_trial_then.',
      '/messages/billing_plan_',
    ),
  },
  {
    name: 'labels',
    priority: 1,
    test: having(
      '/src/product/applications/status-labels.',
      '/src/product/jobs/job-labels.',
      '/src/ui/fact-line.',
      '/src/ui/avatar.',
      '/src/ui/drawings/papers.',
      '/src/ui/score-ring.',
      '/src/ui/badge.',
    ),
  },
  {
    name: 'job-list',
    priority: 1,
    test: having(
      '/src/product/jobs/job-row.',
      '/messages/jobs_filter_workplace.',
      '/src/ui/drawings/furrows.',
      '/src/ui/drawings/gate.',
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
            chunkFileNames: 'assets/[hash:7].js',
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
