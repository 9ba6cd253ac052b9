import textFace from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?url'
import displayFace from '@fontsource/newsreader/files/newsreader-latin-500-normal.woff2?url'

const preload = (href: string) => ({
  rel: 'preload',
  as: 'font',
  type: 'font/woff2',
  href,
  crossOrigin: 'anonymous' as const,
})

/** Links for the head of every page. */
export const textFontLinks = [preload(textFace)]
/** For public pages, whose headings use the display face: in addition to the text links. */
export const displayFontLinks = [preload(displayFace)]
