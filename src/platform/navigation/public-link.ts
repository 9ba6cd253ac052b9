import type { LinkProps } from '@tanstack/react-router'

/**
 * A link of a feature on public pages, listed in sections/public-links.ts. Not in feature.ts, which
 * public pages do not carry.
 */
export type PublicLink = {
  to: NonNullable<LinkProps['to']>
  /** A part of that page. */
  hash?: string
  label: () => string
  /** It stands in the head of the page too, and not only in its foot. */
  inHeader?: boolean
  /** What a page that is not there offers instead; the first of them counts. */
  invitation?: () => string
}
