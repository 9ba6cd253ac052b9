import { plain } from 'local-cloud/model/words.ts'
import type { Job } from './jobs.ts'
import type { CvLine } from './read-cv.ts'

const ROLE_WORDS =
  'engineer developer programmer architect designer researcher scientist analyst manager director lead head officer consultant nurse midwife physician doctor therapist pharmacist caregiver teacher lecturer tutor accountant controller auditor bookkeeper recruiter administrator assistant coordinator specialist technician electrician mechanic welder plumber carpenter driver chef cook barista cashier clerk representative salesperson executive marketer copywriter editor journalist translator lawyer paralegal intern apprentice trainee supervisor operator planner buyer founder sre owner chemist librarian roofer foreman tuner picker optician attorney paramedic receptionist waiter waitress bartender baker butcher tailor hairdresser gardener farmer photographer producer economist statistician biologist physicist psychologist counsellor counselor worker carer matron sister cleaner porter pilot steward dispatcher courier builder bricklayer painter joiner machinist fitter surveyor inspector instructor trainer coach adviser advisor agent broker banker underwriter actuary treasurer secretary president dean operative tester writer animator illustrator cto ceo coo cfo cio mechatronic stylist dentist vet veterinarian solicitor barrister ' +
  'entwickler ingenieur softwareentwickler architekt berater referent leiter teamleiter projektleiter sachbearbeiter kaufmann kauffrau industriekaufmann burokauffrau pflegefachkraft pflegefachfrau pflegefachmann krankenpfleger krankenschwester altenpfleger arzt lehrer erzieher buchhalter steuerfachangestellte mechatroniker elektroniker schlosser tischler fahrer koch kellner verkaufer vertriebsmitarbeiter werkstudent praktikant auszubildende fachinformatiker bilanzbuchhalter disponent schweißer dachdecker maler maurer zimmerer elektriker klempner installateur backer konditor friseur metzger landwirt gartner hausmeister kraftfahrer lagerist fachlagerist sekretar padagoge sozialarbeiter psychologe physiotherapeut ergotherapeut logopade hebamme notfallsanitater apotheker chemiker biologe physiker laborant jurist rechtsanwalt steuerberater redakteur grafiker fotograf programmierer geschaftsfuhrer vorstand direktor sanitater monteur pfleger vertreter bauer werkstudentin konditorin trainee ' +
  'engenheiro desenvolvedor programador arquiteto analista gerente gestor diretor coordenador consultor enfermeiro medico fisioterapeuta farmaceutico professor contador contabilista assistente auxiliar tecnico eletricista mecanico motorista cozinheiro vendedor recrutador advogado estagiario supervisor operador designer soldador serralheiro canalizador carpinteiro pedreiro pintor padeiro pasteleiro cabeleireiro empregado operario rececionista bibliotecario jornalista tradutor psicologo economista biologo quimico educador formador docente investigador bolseiro administrativo secretario chefe encarregado agente dentista veterinario terapeuta solicitador fotografo desenhador fundador empregada'

const ROLES = new Set(ROLE_WORDS.split(' '))

/** German and Portuguese inflect: Entwicklerin, engenheira, enfermeira. */
function isRoleWord(word: string): boolean {
  const bare = plain(word)
  const stems = [
    bare,
    bare.replace(/s$/, ''),
    bare.replace(/in$/, ''),
    bare.replace(/a$/, 'o'),
    bare.replace(/a$/, ''),
  ]
  if (stems.some((stem) => ROLES.has(stem))) return true
  // Compounds: Backendentwicklerin, Projektmanagerin.
  return /(?:entwickler|ingenieur|manager|berater|leiter|pfleger|kaufmann|kauffrau|techniker|designer|fachkraft|assistent|lehrer|mechaniker|mechatroniker|schweißer|macher|arbeiter|verkaufer|helfer|monteur|fuhrer|fahrer|vertreter|padagoge|therapeut|laborant|verwalter|gestalter|anwalt|prufer|redakteur|forscher|trainer|student|schwester|informatiker|elektroniker)(?:in)?$/.test(
    bare,
  )
}

/** "Profession: Tram driver". */
const LABEL =
  /^(?:profession|position|job title|current role|beruf|tätigkeit|profissão|cargo|função)(?::\s*|\s+(?=\p{Lu}))/iu

/** The role inside a line such as "Senior Nurse | St. Mary's Hospital, Leeds | 2019 – present". */
export function roleIn(said: string): string | null {
  for (const part of said.split(
    /\s*(?:[|,;–—•·@()]|(?<=\p{L}{4})\.(?=\s)|\s-\s|\s(?:at|in|with|where|who|for|bei|mit|na|no|em|com|que)\s)\s*/u,
  )) {
    const words = part
      .replace(LABEL, '')
      .replace(/[\d/.:]+/g, ' ')
      .trim()
      .split(/\s+/)
    if (words.length <= 6 && words.some(isRoleWord)) {
      const role = words.join(' ')
      const shouting = role === role.toUpperCase()
      return shouting ? role.charAt(0) + role.slice(1).toLowerCase() : role
    }
  }
  return null
}

/** The latest role that the CV names: in the lines under the name, else in the newest job. */
export function findRole(lines: readonly CvLine[], jobs: readonly Job[]): string | null {
  const top = lines
    .filter((line) => line.section === null || line.section === 'contact' || lines.length === 1)
    .slice(0, 4)
  for (const line of top) {
    const role =
      line.bullet || line.said.length > 120 || /https?:/.test(line.said)
        ? null
        : roleIn(line.said.replace(/\S*@\S*/g, ','))
    if (role) return role
  }
  const newest = jobs.toSorted((a, b) => b.range.to - a.range.to || b.range.from - a.range.from)
  for (const job of newest) {
    const role = roleIn(job.title)
    if (role) return role
  }
  return null
}
