/**
 * The architecture as a table of allowed arrows. What is not listed is refused.
 *
 *   routes -> features -> rpc, auth -> db, adapters, emails, ui, observability -> env, i18n, site
 *
 * Cycles are found by the linter (import/no-cycle), which tells types from values.
 */

/** Which feature may use which other, and why. */
const arrowsBetweenFeatures = {
  admin: ['billing', 'identity', 'navigation'],
  audit: ['applications', 'billing', 'identity', 'jobs', 'navigation', 'organizations'],
  applications: ['files', 'cv-review', 'jobs', 'billing', 'organizations'],
  billing: [],
  chat: ['jobs', 'billing'],
  'cv-review': ['files', 'billing'],
  files: [],
  home: ['applications', 'chat', 'cv-review', 'organizations'],
  identity: ['navigation', 'files', 'billing'],
  jobs: ['billing', 'navigation', 'organizations'],
  navigation: ['identity'],
  organizations: ['billing', 'navigation'],
}

const switchboards =
  '^src/(rpc/(contract\\.ts|router\\.server\\.ts)|auth/auth\\.server\\.ts|worker\\.server\\.ts)$'
/** A layer and what it may not reach. */
const below = (name, path, forbidden) => ({
  name,
  severity: 'error',
  from: { path, pathNot: [switchboards, '\\.test\\.tsx?$'] },
  to: { path: forbidden },
})

module.exports = {
  forbidden: [
    below('env-is-the-ground', '^src/(env|env\\.server|site)\\.ts$', '^src/(?!env\\.ts)'),
    below('i18n-knows-nothing', '^src/i18n/', '^src/(?!i18n/)'),
    below('ui-knows-no-feature', '^src/ui/', '^src/(?!ui/|i18n/|site\\.ts)'),
    below('observability', '^src/observability/', '^src/(?!observability/|env)'),
    below('db', '^src/db/', '^src/(?!db/|env|observability/)'),
    below('emails', '^src/emails/', '^src/(?!emails/|i18n/|site\\.ts)'),
    below('adapters', '^src/adapters/', '^src/(?!adapters/|db/|env|observability/)'),
    below('auth', '^src/auth/', '^src/(?!auth/|db/|adapters/|emails/|env|i18n/|observability/)'),
    below('rpc', '^src/rpc/', '^src/(?!rpc/|auth/|db/|env|i18n/|observability/)'),
    below('features', '^src/features/', '^src/(routes|api|server\\.ts|serve\\.ts|worker)'),
    below(
      'routes-are-thin',
      '^src/routes/(?!sitemap)',
      '^src/(db|adapters|emails|api)/|\\.server\\.tsx?$',
    ),
    below('app-does-not-know-its-scripts', '^src/', '^(scripts|e2e|bench|tests)/'),
    {
      name: 'rows-only-through-asUser-and-asSystem',
      comment: 'The connection itself is for the auth engine, the queue and the shutdown alone.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/db/',
          '^src/auth/auth\\.server\\.ts$',
          '^src/adapters/queue\\.server\\.ts$',
          '^src/serve(r)?\\.ts$',
          '\\.test\\.ts$',
        ],
      },
      to: {
        path: '^src/db/(database\\.server|connection|pglite|migrate)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'islands-without-the-app',
      comment: 'Whoever opens a page around signing in gets neither the router nor the routes.',
      severity: 'error',
      from: { path: '^src/features/identity/hydrate-auth-page\\.tsx$' },
      to: {
        path: '^src/(routes/|router\\.tsx)|node_modules/@tanstack/(react-)?router',
        reachable: true,
      },
    },
    {
      name: 'procedures-only-by-the-router',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/rpc/router\\.server\\.ts$' },
      to: { path: '^src/features/[^/]+/procedures\\.server\\.ts$' },
    },
    ...Object.entries(arrowsBetweenFeatures).map(([feature, may]) => ({
      name: `features/${feature}`,
      severity: 'error',
      from: { path: `^src/features/${feature}/`, pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^src/features/',
        pathNot: [feature, ...may].map((name) => `^src/features/${name}/`),
      },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/(routeTree\\.gen\\.ts|i18n/generated)' },
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
  },
}
