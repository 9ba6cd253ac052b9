/**
 * The architecture as a table of allowed arrows. What is not listed is refused.
 *
 *   product -> platform -> rpc, auth -> db, adapters, emails, ui, observability -> env, i18n, site, unavailable
 *
 * Cycles are found by the linter (import/no-cycle), which tells types from values.
 */

/** The features that every SaaS needs, and which other each may use. */
const platform = {
  admin: ['billing', 'identity', 'navigation', 'organizations'],
  audit: ['identity', 'navigation', 'organizations'],
  billing: ['navigation'],
  files: [],
  identity: ['navigation', 'files', 'billing'],
  navigation: ['identity'],
  organizations: ['billing', 'navigation'],
}
/** The product, which may use all of the platform, and of its own what is listed. */
const product = {
  applications: ['jobs', 'sample-candidates'],
  chat: ['jobs', 'local-answers'],
  'cv-review': ['local-answers', 'sample-candidates'],
  'handed-in-reviews': ['applications', 'cv-review', 'jobs', 'sample-candidates'],
  home: [],
  jobs: [],
  landing: ['jobs'],
  'local-answers': [],
  'sample-candidates': [],
}

/** Everything that is derived from the list of features reaches them through it alone. */
const theList = 'features\\.server\\.ts|define-feature\\.server\\.ts'
const namesFeatures =
  '^src/(platform/|product/|sections/|features(\\.server)?\\.ts|define-feature\\.ts|(client|router)\\.tsx?|auth/auth\\.server\\.ts|api/unavailable-response\\.tsx)'

const tests = '\\.(test|e2e|bench)\\.tsx?$|/test-[\\w-]+\\.ts$|/(bench|proofs)/'
/** What a feature expects of the isolation matrix: test code, which keeps to the arrows of its feature. */
const isolation = '/isolation(-tables)?\\.ts$'
/** The sample data of a feature, which keeps to its arrows too. */
const sampleData = '/(expect-)?sample-data\\.ts$|/sample-data/|/sample-candidates/'
/** A feature's answers in the local model, which bun dev and the tests give to it. */
const localAnswers = '^src/product/.*local-answers/'
/** A layer and what it may not reach. */
const below = (name, path, forbidden) => ({
  name,
  severity: 'error',
  from: { path, pathNot: tests },
  to: { path: forbidden },
})

/** Lists in a feature of what others bring to it: sections of its pages, numbers, attachments. */
const lists =
  '(-sections|/job-numbers(\\.server)?|/attachment-fields|/(attachments|scores)\\.server)\\.ts$'

/** Tests of a feature go with it, and fail with no other but those that it stands on. */
const testsBetween = Object.entries(product).map(([feature, may]) => ({
  name: `tests of product/${feature}`,
  severity: 'error',
  from: { path: `^src/product/${feature}/.*(${tests})` },
  to: {
    path: '^src/product/',
    pathNot: [feature, ...may].map((name) => `^src/product/${name}/`),
  },
}))

/** The rules for the features of one half; only the lists name features that stand on this one. */
const between = (half, arrows, also) =>
  Object.entries(arrows).map(([feature, may]) => ({
    name: `${half}/${feature}`,
    severity: 'error',
    from: { path: `^src/${half}/${feature}/`, pathNot: [tests, lists] },
    to: {
      path: '^src/(platform|product)/',
      pathNot: [...also, ...[feature, ...may].map((name) => `^src/${half}/${name}/`)],
    },
  }))

module.exports = {
  forbidden: [
    below(
      'env-is-the-ground',
      '^src/(env|env\\.server|site|unavailable)\\.ts$',
      '^src/(?!env\\.ts)',
    ),
    below('i18n-knows-nothing', '^src/i18n/', '^src/(?!i18n/)'),
    below('ui-knows-no-feature', '^src/ui/', '^src/(?!ui/|i18n/|site\\.ts)'),
    below('observability', '^src/observability/', '^src/(?!observability/|env)'),
    below('db', '^src/db/', '^src/(?!db/|env|observability/|unavailable)'),
    below('emails', '^src/emails/', '^src/(?!emails/|i18n/|site\\.ts)'),
    below('adapters', '^src/adapters/', '^src/(?!adapters/|db/|env|observability/|unavailable)'),
    below(
      'auth',
      '^src/auth/',
      `^src/(?!auth/|db/|adapters/|emails/|env|site\\.ts|i18n/|observability/|unavailable|${theList}|platform/identity/auth-plugin)`,
    ),
    below(
      'rpc',
      '^src/rpc/',
      `^src/(?!rpc/|auth/|db/|env|i18n/|observability/|unavailable|${theList})`,
    ),
    {
      name: 'features-only-through-the-list',
      severity: 'error',
      from: { path: '^src/', pathNot: [namesFeatures, tests] },
      to: { path: '^src/(platform|product)/' },
    },
    {
      name: 'platform-knows-no-product',
      comment: 'Whoever replaces the product keeps all of the rest, tests included.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(product|sections)/|^src/features(\\.server)?\\.ts$' },
      to: { path: '^src/product/' },
    },
    below(
      'features',
      '^src/(platform|product)/',
      '^src/(routes\\.ts|api/|server\\.ts|serve\\.ts|worker)',
    ),
    below(
      'routes-are-thin',
      '^src/[^/]+/[^/]+/routes/(?!sitemap)',
      '^src/(db|adapters|emails|api)/|(?<!/posted-forms)\\.server\\.tsx?$',
    ),
    {
      name: 'app-does-not-know-its-scripts',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, isolation, sampleData] },
      to: { path: '^(scripts|e2e|bench|tests)/' },
    },
    {
      name: 'app-does-not-know-the-local-cloud',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, localAnswers] },
      to: { path: '^local-cloud/' },
    },
    {
      name: 'local-answers-are-for-the-local-cloud',
      comment: 'The app must not answer by itself what it asks a model.',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, localAnswers, sampleData] },
      to: { path: localAnswers },
    },
    {
      name: 'local-answers-know-words-alone',
      severity: 'error',
      from: { path: localAnswers, pathNot: tests },
      to: {
        path: '^(src|scripts|e2e|bench|tests)/',
        pathNot: [localAnswers, '^src/i18n/locale\\.ts$'],
      },
    },
    {
      name: 'local-cloud-knows-no-app',
      comment: 'A package of its own: protocols that any app speaks.',
      severity: 'error',
      from: { path: '^local-cloud/' },
      to: { path: '^(src|scripts|e2e|bench|tests|proofs)/' },
    },
    {
      name: 'tests-are-only-for-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, isolation, sampleData] },
      to: { path: [tests, isolation] },
    },
    {
      name: 'only-the-seed-knows-sample-data',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, sampleData] },
      to: { path: sampleData },
    },
    {
      name: 'isolation-uses-tests-alone',
      severity: 'error',
      from: { path: isolation },
      to: { path: '^(scripts|e2e|bench|local-cloud)/' },
    },
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
          tests,
        ],
      },
      to: {
        path: '^src/db/(database\\.server|connection|pglite|migrate)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'procedures-only-by-their-feature',
      severity: 'error',
      from: { path: '^src/', pathNot: '/feature\\.server\\.ts$' },
      to: { path: '^src/(platform|product)/[^/]+/procedures\\.server\\.ts$' },
    },
    ...between('platform', platform, []),
    ...between('product', product, ['^src/platform/']),
    ...testsBetween,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/(routeTree\\.gen\\.ts|i18n/generated)' },
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
  },
}
