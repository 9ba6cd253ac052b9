import type { PublicLink } from '#/platform/navigation/public-link.ts'
import { boardLink } from '#/product/jobs/public-link.ts'
import { hiringLink, reviewLink } from '#/product/landing/public-links.ts'

/** Links of the features in the head and the foot of public pages. */
export const publicLinks: PublicLink[] = [boardLink, hiringLink, reviewLink]
