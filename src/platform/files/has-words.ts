/** Three words. Two are a stamp on a scan, not a text. */
export const hasWords = (text: string): boolean => /(\p{L}{2,}[\s\S]*){3}/u.test(text)
