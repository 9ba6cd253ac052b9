export type Contact = { email: string | null; phone: string | null; link: string | null }

// A narrow column breaks an address after "@" or before its last part.
const EMAIL =
  /[\w.+-]{1,64}\s?(?:@|[([]at[)\]])\s?[\w-]{1,64}(?:\.[\w-]+)*(?:\.\n?[a-z]{2,12}(?![\w@])|\s?[([]dot[)\]]\s?[a-z]{2,12})/i
const ADDRESS =
  /(?:https?:\/\/|www\.)\S+|\b(?:linkedin|github|gitlab|behance|dribbble|xing)\.com\S*/i
const HANDLE = /\b(?:linkedin|github|gitlab|behance|dribbble|xing)\s?[:/|]\s?@?[\w-]{3,40}/i
// A domain without "www": only in lower case and with an ending that no product's name has.
const DOMAIN =
  /(?<![@\w.-])[a-z\d][a-z\d-]+(?:\.[a-z\d-]+)*\.(?:dev|me|com|org|de|pt|eu|at|ch|br|uk|design|studio|app|example)(?:\/\S*)?(?![\w@-])/
const LONG_PHONE = /(?:\+|\(?0|(?<![\p{L}\d])\(?\d)[\d ()/.–-]{7,20}\d(?!\d)/gu
const WRAPPED_PHONE = /(?:\+|(?<![\d\p{L}])\(?0)[\d ()/.\n–-]{7,22}\d(?!\d)/gu
const LOCAL_PHONE = /(?<![\d.,€$£/-] ?)\d{3}[ .-]\d{4}(?![\d.,%]| ?[–-])/

/** The person's contact details; null for those that the CV does not give. */
export function findContact(text: string): Contact {
  return {
    email: EMAIL.exec(text)?.[0] ?? null,
    phone:
      phoneAmong(text.matchAll(LONG_PHONE)) ??
      phoneAmong(text.matchAll(WRAPPED_PHONE)) ??
      LOCAL_PHONE.exec(text)?.[0] ??
      null,
    link:
      (ADDRESS.exec(text) ?? HANDLE.exec(text) ?? DOMAIN.exec(text.slice(0, 4000)))?.[0] ?? null,
  }
}

function phoneAmong(candidates: Iterable<RegExpExecArray>): string | null {
  for (const [found] of candidates) {
    const digits = found.replace(/\D/g, '')
    const isDates = /(?:19|20)\d{2}\D.*(?:19|20)\d{2}|\d[./-](?:19|20)\d{2}(?!\d)/.test(found)
    if (digits.length >= 8 && digits.length <= 15 && !isDates) return found.trim()
  }
  return null
}
