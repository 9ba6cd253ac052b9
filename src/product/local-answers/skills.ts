import type { Language } from 'local-cloud/model/language.ts'
import {
  AMBIGUOUS,
  FIELDS,
  PROPER_NAMES,
  SAFE_SHORT_FORMS,
  type Field,
} from './skill-dictionary.ts'

export type Skill = { name: Record<Language, string>; field: Field }

const skills: Skill[] = []
const bySpelling = new Map<string, Skill>()
/** Short forms such as ALS and SEM, which are German and Portuguese words in lower case. */
const inCapitals = new Set<string>()

for (const field of Object.keys(FIELDS) as Field[]) {
  for (const entry of FIELDS[field]) {
    const [en = [], de = [], pt = []] = entry.split(' ~ ').map((part) => part.split('|'))
    const english = en[0] ?? ''
    const skill: Skill = {
      field,
      name: { en: english, de: de[0] ?? english, pt: pt[0] ?? english },
    }
    skills.push(skill)
    for (const spelling of [...en, ...de, ...pt]) {
      const key = spelling.toLowerCase()
      bySpelling.set(key, skill)
      const isShortForm = spelling === spelling.toUpperCase() && spelling.length <= 5
      if (isShortForm && !SAFE_SHORT_FORMS.has(key)) inCapitals.add(key)
    }
  }
}

const ambiguous = AMBIGUOUS.map(({ name, field, pattern }) => ({
  pattern,
  skill:
    bySpelling.get(name.toLowerCase()) ??
    ({ field, name: { en: name, de: name, pt: name } } satisfies Skill),
}))
for (const { skill } of ambiguous) if (!skills.includes(skill)) skills.push(skill)

export const SKILL_COUNT = skills.length

const escaped = [...bySpelling.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '[ \\n]+'))

// One pass, longest spelling first, so "React Native" is not also "React". The look-arounds are word
// boundaries that know "C++", "C#", ".NET" and "Node.js".
const KNOWN = new RegExp(
  `(?<![\\p{L}\\p{N}_+#@.])(?:${escaped.join('|')})(?![\\p{L}\\p{N}_+#@]|\\.\\p{L})`,
  'giu',
)

/** Written with a capital and no verb ("React to alarms"), or in lower case in a list. */
function isName(text: string, { 0: found, index }: RegExpExecArray): boolean {
  const after = text.slice(index + found.length, index + found.length + 12)
  if (/^\p{Ll}/u.test(found))
    return /,\s*$/.test(text.slice(0, index)) && /^(?:\s*,|\.?\s*$)/m.test(after)
  return !/^\s(?:to|at|quickly|calmly)(?!\p{L})/u.test(after)
}

/** The skills that a text names, in order of appearance, each once. */
export function skillsIn(text: string): Skill[] {
  const found = new Map<Skill, number>()
  for (const match of text.matchAll(KNOWN)) {
    const key = match[0].toLowerCase().replace(/\s+/g, ' ')
    const skill = bySpelling.get(key)
    if (inCapitals.has(key) && match[0] !== match[0].toUpperCase()) continue
    if (PROPER_NAMES.has(key) && !isName(text, match)) continue
    if (skill && !found.has(skill)) found.set(skill, match.index)
  }
  for (const { pattern, skill } of ambiguous) {
    const match = pattern.exec(text)
    if (match && !found.has(skill)) found.set(skill, match.index + match[0].length - 1)
  }
  return [...found].toSorted((a, b) => a[1] - b[1]).map(([skill]) => skill)
}

/** The field that most of the skills belong to; null without skills. */
export function mainField(found: readonly Skill[]): Field | null {
  const counts = new Map<Field, number>()
  for (const { field } of found) counts.set(field, (counts.get(field) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
