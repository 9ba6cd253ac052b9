const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const suffixLength = 6

const randomSuffix = () =>
  Array.from(
    crypto.getRandomValues(new Uint8Array(suffixLength)),
    (byte) => alphabet[byte % alphabet.length],
  ).join('')

/**
 * "Backend engineer (m/f/d)" -> "backend-engineer-m-f-d-k3x9pa". The end is random, because the
 * address is one for all organisations and must not tell how many jobs there are; `earlier` keeps it.
 */
export function jobSlug(title: string, earlier?: string): string {
  const words = title
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  const suffix = earlier?.slice(-suffixLength) ?? randomSuffix()
  return `${words || 'job'}-${suffix}`
}
