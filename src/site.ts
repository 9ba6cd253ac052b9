/**
 * The name and the addresses of the product; `bun run rename` changes the name. Its sentences are in the
 * messages/ of each feature, its colours and fonts in src/ui/tokens.css.
 */
export const site = {
  name: 'Loam',
  /** The name in cookies, in the package and in the names of databases: letters and digits. */
  id: 'loam',
  /** Shown beside the name where there is room; the sentence itself is `site_tagline`. */
  repository: 'https://github.com/loam-dev/loam',
  supportEmail: 'hello@loam.example',
} as const
