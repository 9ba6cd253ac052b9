import { site } from '#/site.ts'

/** "Sign in · Loam": the page first, because tabs cut off the end. */
export const pageTitle = (page: string) => `${page} · ${site.name}`
