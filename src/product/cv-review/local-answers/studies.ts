import type { CvLine } from './read-cv.ts'
import { roleIn } from './role.ts'

const DEGREE =
  /(?<!\p{L})(?:b\.?\s?sc|m\.?\s?sc|b\.?a|m\.?a|b\.?eng|m\.?eng|mba|ph\.?\s?d|doctorate|promotion (?:über|zum|zur|in|an|am)|dissertation|bachelor\p{L}*|master(?:['’]s|studium| of| in)|diplom(?:a|studium)?|degree|abitur|matura|abschluss|studium|fachhochschulreife|umschulung|licenciatura|mestrado|doutoramento|bacharelado|pós-graduação|ensino (?:secundário|médio|básico)|curso (?:técnico|profissional|de)|ctesp|pgce|gcses?|a-levels?|hnd|hnc|nvq|btec|bootcamp)(?!\p{L})/iu
/** Words that open a line about learning, also where the trade that was learned follows. */
const LEARNING =
  /^(?:(?:schulische |duale |abgeschlossene )?(?:berufs)?ausbildung (?:zu[rm]|als|in|im)|umschulung|lehre (?:zu[rm]|als)|studium|weiterbildung (?:zu[rm]|in)|fachweiterbildung|fortbildung (?:zu[rm]|in)|bachelor|master (?:of|in)|b\.?\s?sc|m\.?\s?sc|b\.?a\.?|mba|ph\.?\s?d|licenciatura|mestrado|doutoramento|pós-graduação|curso)(?!\p{L})/iu
const SCHOOL =
  /(?<!\p{L})(?:universit\p{L}+|universidade|\p{L}*hochschule|\p{L}*gymnasium|\p{L}*schule|college|school|faculdade|escola|instituto (?:superior|politécnico)|politécnico|polytechnic)(?!\p{L})/iu
/** Time that explains itself, although nobody employed the person. */
const AWAY =
  /(?<!\p{L})(?:elternzeit|mutterschutz|pflegezeit|sabbatical|auszeit|weltreise|wehrdienst|zivildienst|bundesfreiwilligendienst|freiwilliges soziales jahr|fsj|(?:parental|maternity|paternity|family|sick|study) leave|career break|gap year|military service|job search|arbeitssuch\p{L}*|licença (?:de )?(?:parental|maternidade|paternidade|sabática)|serviço militar|ano sabático|pausa na carreira)(?!\p{L})/iu

/**
 * A degree, a school without a role at it, or time away: its dates are not work. Among the jobs a
 * school is an employer, whose role may be unknown here.
 */
function isStudy({ said, section }: CvLine): boolean {
  if (said.length > 300) return false
  const undated = said.replace(/^[\d\s./–—-]+|^\P{L}+/u, '')
  if (LEARNING.test(undated) || AWAY.test(said)) return true
  return (
    roleIn(said) === null && (DEGREE.test(said) || (section !== 'experience' && SCHOOL.test(said)))
  )
}

/** A short line without the look of a sentence: a title, an employer, a place. */
const isShort = (line: CvLine | undefined): line is CvLine =>
  line !== undefined && !line.bullet && line.said.length < 90 && !/[.!?:;]$/.test(line.said)

const sides = new WeakMap<readonly CvLine[], number>()

/** The side of the names that belong to dates alone in a line: 1 below, -1 above, 0 unknown. */
function sideOfNames(lines: readonly CvLine[]): number {
  const known = sides.get(lines)
  if (known !== undefined) return known
  let sum = 0
  for (const [index, line] of lines.entries()) {
    if (!/\d{4}/.test(line.said) || !isDateAlone(line)) continue
    const isName = (other: CvLine | undefined) =>
      isShort(other) && other.section === line.section && !isDateAlone(other)
    sum += Number(isName(lines[index + 1])) - Number(isName(lines[index - 1]))
  }
  const side = Math.sign(sum)
  sides.set(lines, side)
  return side
}

/** The line itself, or a date alone beside a line that names what was studied. */
export function isStudyAt(lines: readonly CvLine[], line: CvLine): boolean {
  if (isStudy(line)) return true
  if (!isDateAlone(line)) return false
  const index = lines.indexOf(line)
  const side = sideOfNames(lines)
  const beside = [side > 0 ? undefined : lines[index - 1], side < 0 ? undefined : lines[index + 1]]
  return beside.some((other) => isShort(other) && other.section === line.section && isStudy(other))
}

/** "03/2019 – heute" without a word beside it. */
export const isDateAlone = ({ said }: CvLine): boolean =>
  said
    .replace(
      /(?<!\p{L})(?:present|current|now|today|heute|jetzt|atual|hoje|presente|bis|seit|to|until|since|até|desde|de|a)(?!\p{L})/giu,
      '',
    )
    .replace(/[\d\s./,'’()–—-]|\p{L}{1,9}\.?\s?(?=(?:de )?['’]?\d{2})/gu, '').length < 3
