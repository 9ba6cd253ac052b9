/**
 * The part of a full name to greet someone by: "Ada" of "Ada King Lovelace". The whole name where the
 * first word is a title ("Dr. Weiss"), or where the family name comes first (Chinese, Japanese, Korean).
 */
export function firstName(name: string): string {
  const whole = name.trim()
  const [first = ''] = whole.split(/\s+/)
  const isTitleOrInitial = first.endsWith('.') || [...first].length === 1
  const isFamilyNameFirst =
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(first)
  return isTitleOrInitial || isFamilyNameFirst ? whole : first
}
