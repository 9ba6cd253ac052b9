import { plain } from '../words.ts'

export type SectionKind =
  | 'contact'
  | 'summary'
  | 'experience'
  | 'education'
  | 'skills'
  | 'languages'
  | 'projects'
  | 'certificates'
  | 'interests'
  | 'references'

const HEADINGS: Record<SectionKind, string[]> = {
  contact: [
    'contact',
    'contact details',
    'contact information',
    'personal details',
    'personal information',
    'kontakt',
    'kontaktdaten',
    'persönliche daten',
    'persönliche angaben',
    'zur person',
    'contato',
    'contacto',
    'contactos',
    'dados pessoais',
    'informações pessoais',
    'informações de contato',
  ],
  summary: [
    'summary',
    'profile',
    'professional profile',
    'professional summary',
    'career summary',
    'about',
    'about me',
    'objective',
    'career objective',
    'personal statement',
    'executive summary',
    'profil',
    'kurzprofil',
    'über mich',
    'zusammenfassung',
    'berufsprofil',
    'ziel',
    'resumo',
    'perfil',
    'perfil profissional',
    'resumo profissional',
    'sobre mim',
    'objetivo',
    'objetivo profissional',
  ],
  experience: [
    'experience',
    'work experience',
    'professional experience',
    'employment',
    'employment history',
    'work history',
    'career history',
    'clinical experience',
    'relevant experience',
    'career',
    'internships',
    'teaching experience',
    'berufserfahrung',
    'beruflicher werdegang',
    'werdegang',
    'berufspraxis',
    'praxiserfahrung',
    'arbeitserfahrung',
    'praktika',
    'beruflicher lebenslauf',
    'berufliche stationen',
    'erfahrung',
    'experiência',
    'experiência profissional',
    'experiências profissionais',
    'histórico profissional',
    'percurso profissional',
    'trajetória profissional',
    'estágios',
  ],
  education: [
    'education',
    'academic background',
    'qualifications',
    'education and training',
    'studies',
    'training',
    'ausbildung',
    'bildung',
    'bildungsweg',
    'studium',
    'schulbildung',
    'akademischer werdegang',
    'weiterbildung',
    'ausbildung und studium',
    'weiterbildungen',
    'formação',
    'formação acadêmica',
    'formação académica',
    'educação',
    'escolaridade',
    'formação e cursos',
  ],
  skills: [
    'skills',
    'technical skills',
    'key skills',
    'core skills',
    'core competencies',
    'competencies',
    'technologies',
    'tech stack',
    'tools',
    'expertise',
    'clinical skills',
    'skills and tools',
    'areas of expertise',
    'kenntnisse',
    'fähigkeiten',
    'kompetenzen',
    'it-kenntnisse',
    'edv-kenntnisse',
    'fachkenntnisse',
    'technologien',
    'kenntnisse und fähigkeiten',
    'werkzeuge',
    'competências',
    'habilidades',
    'conhecimentos',
    'competências técnicas',
    'habilidades técnicas',
    'ferramentas',
    'tecnologias',
    'conhecimentos técnicos',
  ],
  languages: ['languages', 'language skills', 'sprachen', 'sprachkenntnisse', 'idiomas', 'línguas'],
  projects: [
    'projects',
    'personal projects',
    'side projects',
    'selected projects',
    'portfolio',
    'open source',
    'projekte',
    'eigene projekte',
    'ausgewählte projekte',
    'projetos',
    'projetos pessoais',
  ],
  certificates: [
    'certifications',
    'certificates',
    'licenses',
    'licences',
    'licenses and certifications',
    'awards',
    'registration',
    'zertifikate',
    'zertifizierungen',
    'auszeichnungen',
    'certificações',
    'certificados',
    'cursos',
    'prêmios',
    'cursos e certificações',
  ],
  interests: [
    'interests',
    'hobbies',
    'hobbies and interests',
    'volunteering',
    'volunteer work',
    'publications',
    'interessen',
    'ehrenamt',
    'publikationen',
    'interesses',
    'voluntariado',
    'publicações',
  ],
  references: ['references', 'referenzen', 'referências'],
}

const KIND_OF = new Map(
  (Object.keys(HEADINGS) as SectionKind[]).flatMap((kind) =>
    HEADINGS[kind].map((heading) => [plain(heading), kind] as const),
  ),
)

/** The kind of section that a line opens; null for a line that is no heading. */
export function headingKind(line: string): SectionKind | null {
  if (line.length > 100) return null
  const bare = line.replace(/^[#*_\s\d.)|>-]+/, '').replace(/[\s:*_|.-]+$/, '')
  if (bare.length < 3 || bare.length > 60) return null
  const letterspaced = /^(?:\S\s){3,}\S$/u.test(bare)
  const heading = plain(letterspaced ? bare.replace(/\s/g, '') : bare).replace(/\s+/g, ' ')
  const whole = KIND_OF.get(heading)
  if (whole) return whole
  const [first, second] = heading.split(/\s*(?:&|\/|,|\+|\band\b|\bund\b|\be\b)\s*/)
  // "Experience and projects" is a heading, "Experience and a clear head" is not.
  const kind = first ? KIND_OF.get(first) : undefined
  return kind && second && heading.split(' ').length <= 5 && /^[\p{L} -]+$/u.test(second)
    ? kind
    : null
}

const IN_RUNNING_TEXT = new RegExp(
  `(?<=\\s)(?:${(['summary', 'experience', 'education', 'skills', 'languages', 'projects'] as const)
    .flatMap((kind) => HEADINGS[kind])
    .filter((heading) => heading.length > 5)
    .toSorted((a, b) => b.length - a.length)
    .flatMap((heading) => [
      heading.toUpperCase(),
      heading.replace(/(^|\s)\p{L}/gu, (c) => c.toUpperCase()),
    ])
    .join('|')})(?=\\s+\\p{Lu})`,
  'gu',
)

/** Where a line without line breaks should be cut: offsets of its bullets, headings and sentences. */
export function splitAtHeadings(line: string): number[] {
  const starts = new Set([0])
  for (const match of line.matchAll(/[•▪●◦‣]|(?<=[.!?]\s)(?=\p{Lu})/gu)) starts.add(match.index)
  for (const match of line.matchAll(IN_RUNNING_TEXT)) {
    starts.add(match.index)
    starts.add(match.index + match[0].length)
  }
  return [...starts].toSorted((a, b) => a - b)
}
