/**
 * The one place that makes the product yours: its name and addresses. Its sentences are in
 * messages/<locale>/site.json, its colours and fonts in src/ui/tokens.css.
 */
export const site = {
  name: 'Loam',
  /** Shown beside the name where there is room; the sentence itself is `site_tagline`. */
  repository: 'https://github.com/loam-dev/loam',
  supportEmail: 'hello@loam.example',
} as const
