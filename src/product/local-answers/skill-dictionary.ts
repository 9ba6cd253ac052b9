import { OFFICE_FIELDS } from './skills-of-offices.ts'
import { PRACTICAL_FIELDS } from './skills-of-practice.ts'
import { SOFTWARE_FIELDS } from './skills-of-software.ts'

/** Terms by field. `|` separates spellings, `~` separates English, German and Portuguese; the first
 * spelling of a language is the name that answers in that language use. */
export const FIELDS = { ...SOFTWARE_FIELDS, ...OFFICE_FIELDS, ...PRACTICAL_FIELDS } as const

export type Field = keyof typeof FIELDS

/** Names that are also everyday words or single letters: each needs proof from around it. */
export const AMBIGUOUS: readonly { name: string; field: Field; pattern: RegExp }[] = [
  {
    name: 'Go',
    field: 'engineering',
    pattern:
      /\bGolang\b|(?<![\p{L}-])Go(?=\s*(?:[,;|/()•·]|$|\b(?:and|und|e)\b.{0,14}(?:Rust|Python|Java|SQL|C\+\+|TypeScript|Node)|(?:services?|microservices?|developer|engineer|backend|APIs?|programming)\b))(?!-)|\b(?:in|with|using|mit|em|und|and|e) Go(?=\.?$|[.;](?!\p{L}))/mu,
  },
  {
    name: 'R',
    field: 'data',
    pattern:
      /\bRStudio\b|\b[Tt]idyverse\b|^(?=.*(?:Python|SQL|Excel|Stata|SPSS|SAS|MATLAB|Tableau|pandas|[Ss]tatisti|[Ee]statísti|data|Daten|dados|C\+\+))(?:.*?[,;|/(:•·&]|[•·*–-])?\s*R(?=\s*(?:[,;|/)]|$)|\s&\s)|\b(?:in|with|using|mit|em|and|und|e) R(?=[,;)]|\s(?:and|und|e)\s(?:Python|SQL|Stata|SPSS)|\.?$|\.\s\p{Lu}\p{L}+\s\p{Ll})/mu,
  },
  {
    // Driving licences are lists of letters too, so another language must stand in the line.
    name: 'C',
    field: 'engineering',
    pattern:
      /^(?=.*(?:C\+\+|C#|Python|Java|Rust|Linux|Assembl|[Ff]irmware|[Ee]mbedded|RTOS))(?:.*?[,;|/(:•·]|[•·*–-])?\s*C(?=\s*(?:[,;|/)]|$))/m,
  },
  { name: 'Rust', field: 'engineering', pattern: /\bRust\b(?!\s+(?:removal|belt|protection))/ },
  {
    name: 'Swift',
    field: 'engineering',
    pattern: /\bSwift\b(?!\s+(?:response|payments?|transfer))/,
  },
  {
    name: 'Spring',
    field: 'engineering',
    pattern: /\bSpring\b(?=\s*(?:[,;|/)]|Framework|Data|Security|Cloud|$))(?!,?\s*(?:19|20)\d{2})/m,
  },
  {
    name: 'Express',
    field: 'engineering',
    pattern: /\bExpress(?:\.js|JS)\b|\bExpress\b(?=\s*[,;|/)])/,
  },
  { name: 'Bash', field: 'engineering', pattern: /\bBash\b|\bshell scripting\b/i },
  { name: 'Sketch', field: 'design', pattern: /\bSketch\b(?=\s*(?:[,;|/)]|$))/m },
  { name: 'Bun', field: 'engineering', pattern: /\bBun\b(?=\s*(?:[,;|/)]|runtime|$))/m },
  {
    // A company's name ends in PLC as well.
    name: 'PLC programming',
    field: 'trades',
    pattern: /(?<!\p{Lu}\p{L}+\s)\bPLCs?\b/u,
  },
  { name: 'Make', field: 'operations', pattern: /\bMake\.com\b/ },
]

/** Names that are everyday words in lower case, and so count with a capital only. */
export const PROPER_NAMES = new Set(
  'react node flask unity notion slack vault consul puppet sentry rails oracle spark helm jest excel epic express redshift looker cassandra ansible jira flink tableau sass vite unreal perl ruby scala java pipedrive'.split(
    ' ',
  ),
)

/** Short forms that are no other word in lower case, so that "sql" and "html" are read as well. */
export const SAFE_SHORT_FORMS = new Set(
  'sql html html5 css css3 php aws gcp sap seo crm erp etl ios ci/cd mqtt grpc amqp haccp scss spss knx ekg'.split(
    ' ',
  ),
)
