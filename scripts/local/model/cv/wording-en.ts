import { capitalised, listed } from '../words.ts'
import type { ReviewFacts, ReviewWording } from './wording.ts'

const and = 'and'
const years = (count: number) => (count === 1 ? '1 year' : `${count} years`)

const countable: ReviewWording['countable'] = {
  care: 'patients per shift, beds on the ward, falls or readmissions avoided, hours saved on handover',
  teaching: 'students taught, pass rates before and after, hours of lessons a week',
  speed: 'the time before and after, releases a week, hours of manual work that went away',
  cost: 'the budget, the saving in money or per cent, the number of suppliers or invoices',
  revenue: 'revenue, deals closed, quota reached, the conversion before and after',
  people:
    'the size of the team, people hired or trained, how long new colleagues took to get going',
  customers: 'customers served, answer times, complaints or ratings before and after',
  quality: 'errors or incidents before and after, test coverage, findings in the last audit',
  reach: 'readers, visitors, sign-ups or cost per lead before and after',
  software: 'users, requests a day, load time, releases, hours saved for whom',
  operations: 'volume a day, stock accuracy, lead time, share of deliveries on time',
  general: 'how many, how often, how much faster, or what it saved',
}

/** What loses most, named so that it does not deny that nearly every line carries a result. */
const lost = ({ worst, shortfall }: ReviewFacts) =>
  shortfall
    ? { lines: 'the number of results', changes: 'changes rather than sizes' }[shortfall.of]
    : wordingEn.part[worst]

function because({ shortfall }: ReviewFacts) {
  if (!shortfall) return ''
  const { of, count } = shortfall
  if (of === 'lines')
    return count === 1 ? ', because there is only one' : `, because there are only ${count} of them`
  return count === 1
    ? ', because one of them states a size and not a change'
    : `, because ${count} of them state a size and not a change`
}

export const wordingEn: ReviewWording = {
  and,
  countable,
  section: {
    contact: 'contact details',
    summary: 'summary',
    experience: 'work experience',
    education: 'education',
    skills: 'skills',
    languages: 'languages',
  },
  contactPart: {
    email: 'an e-mail address',
    phone: 'a phone number',
    link: 'a link to a profile or portfolio',
  },
  part: {
    results: 'measured results',
    action: 'direct language',
    experience: 'experience and dates',
    skills: 'skills',
    structure: 'structure',
    clarity: 'clarity',
  },
  strength: {
    measured: ({ figure, effect }) =>
      effect === 'up'
        ? [
            {
              title: `Growth you can prove: ${figure}`,
              detail: `The line names what grew and by how much. “${figure}” gives a recruiter something to ask about, and you something to explain.`,
            },
            {
              title: `“${figure}” makes the case`,
              detail:
                'Effect and size stand in one line. This is the kind of evidence that survives a 30-second read.',
            },
            {
              title: `More, and you say how much: ${figure}`,
              detail: 'Growth is easy to claim. The figure is what makes it worth believing.',
            },
          ]
        : effect === 'down'
          ? [
              {
                title: `You say what got smaller: ${figure}`,
                detail: `A saving with a figure (“${figure}”) shows that you measured before and after, which few CVs do.`,
              },
              {
                title: `A measured improvement: ${figure}`,
                detail:
                  'The reader sees the problem and the size of the change without having to ask.',
              },
              {
                title: `Less of what hurts: ${figure}`,
                detail: `“${figure}” can be told in one breath in an interview, and checked with a reference.`,
              },
            ]
          : [
              {
                title: `The scale is clear: ${figure}`,
                detail: `“${figure}” tells how big the job was, so the reader can compare it with the one on offer.`,
              },
              {
                title: `Responsibility in numbers: ${figure}`,
                detail:
                  'A size instead of an adjective. It places your level better than a job title does.',
              },
              {
                title: `You know your numbers: ${figure}`,
                detail: 'Whoever counts the work usually understands it. The reader notices.',
              },
            ],
    leadership: ({ figure, verb }) => [
      {
        title: figure ? `You led people, and say how many: ${figure}` : 'You led people',
        detail: `“${capitalised(verb)}” puts you in front of the result, not beside it.${figure ? ' The size of the group makes it credible.' : ''}`,
      },
    ],
    progression: ({ from, to }) => [
      {
        title: 'A career that moves up',
        detail: `From “${from}” to “${to}”: the titles show growing trust, and the dates show how long it took.`,
      },
    ],
    depth: ({ years: count, skills }) => [
      {
        title: `${capitalised(years(count))} of dated experience`,
        detail:
          skills.length > 0
            ? `The timeline can be followed from this entry on, and ${listed(skills, and)} turn up in the work itself.`
            : 'The timeline can be followed from this entry to the latest one.',
      },
    ],
    skillsInWork: ({ skills, total }) => [
      {
        title: 'Skills shown at work',
        detail: `${capitalised(listed(skills, and))} appear in what you did, not only in a list. In all, ${total} skills are backed by work in this way.`,
      },
      {
        title: `${skills[0] ?? 'Skills'} in action`,
        detail: `This line says what you used ${listed(skills, and)} for. That is worth more than the same words in a list (${total} skills have such a line).`,
      },
    ],
    summary: ({ skills }) => [
      {
        title: 'An opening that says what you do',
        detail: `It names ${listed(skills, and)} instead of character traits, so the reader knows in one breath where you fit.`,
      },
    ],
    languages: () => [
      {
        title: 'Languages with a level',
        detail: 'A level says more than “good”: the reader knows in which language you can work.',
      },
    ],
    certificate: () => [
      {
        title: 'A qualification that can be checked',
        detail: 'Named proof from outside needs no further explanation.',
      },
    ],
    project: ({ skills }) => [
      {
        title: 'A project of your own',
        detail:
          skills.length > 0
            ? `It shows ${listed(skills, and)} without an employer asking for it.`
            : 'It can be looked at, which is better than being described.',
      },
    ],
    education: () => [
      {
        title: 'Training stated precisely',
        detail: 'Degree and place are named, so nobody has to ask what you learned.',
      },
    ],
    directVoice: ({ verb, count, total }) => [
      {
        title: 'You say what you did',
        detail: `${count} of ${total} lines about your work open with the action, like “${verb}” here. That reads fast and sounds certain.`,
      },
    ],
    skillRange: ({ skills, total }) => [
      {
        title: 'Specific skills, by name',
        detail: `${capitalised(listed(skills, and))}: terms that a search finds. The CV names ${total} such skills.`,
      },
    ],
    order: ({ count }) => [
      {
        title: 'The usual order',
        detail: `${count} sections carry the headings that everybody looks for, so nothing has to be searched.`,
      },
    ],
    reachable: () => [
      {
        title: 'Easy to reach',
        detail: 'E-mail and phone are at hand; nobody has to search for them.',
      },
    ],
  },
  gap: {
    addressesReviewer: () => [
      {
        title: 'A line addresses the reviewer',
        detail:
          'This line is an instruction to whoever judges the CV. It had no effect on the score.',
        advice:
          'Delete it. A recruiter who finds it, in hidden text too, will trust the rest less.',
      },
    ],
    empty: () => [
      {
        title: 'There is no text to judge',
        detail: 'The file holds no readable text. It may be a scan or a picture.',
        advice:
          'Export the CV from your text editor as PDF or DOCX, so that its text can be selected, and upload it again.',
      },
    ],
    notACv: ({ start }) => [
      {
        title: 'This does not read as a CV',
        detail: `The text starts with “${start}” and names no employer, no period of work and no role.`,
        advice:
          'Check that you uploaded the right file. A CV needs at least your role, your employers with dates, and how to reach you.',
      },
    ],
    tooShort: ({ words }) => [
      {
        title: `Only ${words} words`,
        detail: 'That is not enough to show what you can do; most good CVs have 250 to 700 words.',
        advice:
          'Write three to five lines for each job: what you did, with what, and what came of it.',
      },
    ],
    tooLong: ({ words }) => [
      {
        title: `${words} words are too many`,
        detail: 'The strongest lines drown. Recruiters read the first page and skim the rest.',
        advice:
          'Give the last five years two thirds of the space, and cut jobs older than ten years to one line.',
      },
    ],
    noExperience: () => [
      {
        title: 'No work experience to be found',
        detail: 'There is no job, internship or project with a date.',
        advice:
          'Add internships, side jobs, projects or voluntary work with period, place and what you did there.',
      },
    ],
    noResult: ({ topic }) => [
      {
        title: 'A task without its result',
        detail: 'The line says what was done, but not what it changed.',
        advice: `Add one figure, for example ${countable[topic]}. An honest estimate (“about 20”) is fine.`,
      },
      {
        title: 'What came of it?',
        detail: 'The reader learns about the activity and has to guess the effect.',
        advice: `End the line with the outcome. Countable here: ${countable[topic]}.`,
      },
      {
        title: 'Activity, but no outcome',
        detail: 'Anyone with this job title could have written the line.',
        advice: `Make it yours with a number: ${countable[topic]}.`,
      },
    ],
    onlySize: ({ figure, topic }) => [
      {
        title: `“${figure}” is a size, not yet an effect`,
        detail: 'The line shows how much, but not what got better through you.',
        advice: `Add the change, for example ${countable[topic]}.`,
      },
    ],
    flatSummary: () => [
      {
        title: 'The summary names no result',
        detail: 'It is the first thing that is read, and it holds no figure.',
        advice: 'Move your best number up here, in half a sentence.',
      },
    ],
    passive: ({ phrase }) => [
      {
        title: `“${phrase}” hides what you did`,
        detail: 'The phrase describes a job description, not your part in it.',
        advice:
          'Start with the verb for your own action (built, planned, decided, taught) and end with what came of it.',
      },
      {
        title: `Replace “${phrase}”`,
        detail: 'It leaves open whether you decided, did, or watched.',
        advice: 'Ask “what would have been missing without me?” and begin the line with that verb.',
      },
    ],
    cliche: ({ phrase }) => [
      {
        title: `“${phrase}” says little`,
        detail: 'The phrase is in every second CV and cannot be checked.',
        advice: 'Delete it, or replace it by one event that shows it.',
      },
    ],
    vague: ({ word }) => [
      {
        title: `“${word}” leaves the reader guessing`,
        detail: 'Vague amounts sound smaller than they were.',
        advice: `Write the number, or name the two most important ones, instead of “${word}”.`,
      },
    ],
    timelineGap: ({ from, to, months }) => [
      {
        title: `${months} months without an entry`,
        detail: `Between ${from} and ${to} the timeline is silent, up to the entry quoted here.`,
        advice:
          'One honest line is enough: parental leave, training, travel, a project, looking for work.',
      },
    ],
    undated: () => [
      {
        title: 'A job without dates',
        detail: 'Without a period nobody can tell how long ago it was or how long it lasted.',
        advice: 'Add month and year for start and end, in the same format as the other entries.',
      },
    ],
    impossibleDates: ({ dates }) => [
      {
        title: 'Dates that cannot be right',
        detail: `“${dates}” ends before it starts or lies in the future.`,
        advice: 'Correct the period; dates are the first thing that gets compared with references.',
      },
    ],
    shortStints: ({ count }) => [
      {
        title: `${count} jobs under ten months`,
        detail: 'Read one after another they raise a question that the CV does not answer.',
        advice: 'Mark fixed-term contracts and projects as such, or group them under one heading.',
      },
    ],
    missingSections: ({ missing }) => [
      {
        title: `Missing: ${listed(
          missing.map((kind) => wordingEn.section[kind]),
          and,
        )}`,
        detail: 'No heading or content for this could be found, by a reader or by a search.',
        advice: 'Add it under its usual heading, so that it is found where everybody looks.',
      },
    ],
    contact: ({ missing }) => [
      {
        title: 'Contact details are incomplete',
        detail: `The CV lacks ${listed(
          missing.map((part) => wordingEn.contactPart[part]),
          and,
        )}.`,
        advice: 'Put it in one line under your name, as text and not as a picture.',
      },
    ],
    unshownSkills: ({ skills }) => [
      {
        title: `Listed but never shown: ${skills.slice(0, 3).join(', ')}`,
        detail: `${capitalised(listed(skills, and))} stand in the list, but no line about your work mentions them.`,
        advice: `Name ${skills[0] ?? 'the skill'} in the line where you used it, or drop what you would not want to be asked about.`,
      },
    ],
    fewSkills: ({ count }) => [
      {
        title:
          count === 0
            ? 'No specific skill is named'
            : `Only ${count} specific ${count === 1 ? 'skill' : 'skills'}`,
        detail: 'Recruiters search by terms: tools, methods, certificates, software.',
        advice:
          'Add the six to ten that you really used in the last two years, in the words of the postings you aim at.',
      },
    ],
    longLine: ({ words }) => [
      {
        title: `A line of ${words} words`,
        detail: 'It holds several results, and the reader takes away none.',
        advice: 'Split it: one line, one result, at most 25 words.',
      },
    ],
    noBullets: () => [
      {
        title: 'Paragraphs instead of points',
        detail: 'Running text hides where one result ends and the next begins.',
        advice: 'Make each achievement a bullet of one or two lines, the strongest first.',
      },
    ],
    misspelling: ({ wrong, right }) => [
      {
        title: `Spelling: “${wrong}”`,
        detail: `It should be “${right}”. A slip like this is noticed before the content is.`,
        advice: 'Correct it and let somebody else read the whole CV once.',
      },
    ],
    personal: ({ detail }) => [
      {
        title: 'Private details that nobody needs',
        detail: `“${detail}” must play no part in hiring.`,
        advice: 'Leave it out; use the line for a result.',
      },
    ],
    noWorkLink: ({ field }) => [
      {
        title: 'Nothing to look at',
        detail: `For ${field === 'design' ? 'design' : 'engineering'} work people like to see for themselves, and there is no link.`,
        advice:
          field === 'design'
            ? 'Link a portfolio with two or three cases.'
            : 'Link a repository, a talk, a package or a running product.',
      },
    ],
  },
  headline: (facts) => {
    const { role, years: count, score, best, isFull } = facts
    const who = role ?? 'This CV'
    const long = count ? ` with ${years(count)} of experience` : ''
    if (isFull) return [`${who}${long}: convincing on every point`]
    if (score >= 90)
      return [
        `${who}${long}: strong on ${wordingEn.part[best]}, little left to fix`,
        `${who}${long}: convincing on ${wordingEn.part[best]}, little left to gain`,
      ]
    if (score >= 75)
      return [
        `${who}${long}: strong on ${wordingEn.part[best]}, most left to gain on ${lost(facts)}`,
        `${who}${long}: convincing on ${wordingEn.part[best]}, next comes ${lost(facts)}`,
      ]
    if (score >= 50)
      return [
        `${who}${long}: good on ${wordingEn.part[best]}, most left to gain on ${lost(facts)}`,
        `${who}${long}: good substance, loses most on ${lost(facts)}`,
      ]
    return [
      `${who}${long}: more was done than is shown, above all in ${lost(facts)}`,
      `${who}${long}: ${lost(facts)} first, then the rest`,
    ]
  },
  summary: (facts) => {
    const { measured, workLines, score, best, worst, points, skills, isFull } = facts
    const gains = `Gains most on ${wordingEn.part[best]} (${points[best].join(' of ')})`
    const loses = `${wordingEn.part[worst]} (${points[worst].join(' of ')})${because(facts)}`
    return [
      workLines === 0
        ? 'There is no line about work that could be judged.'
        : `${measured} of ${workLines} lines about your work ${measured === 1 ? 'carries' : 'carry'} a measured result.`,
      skills.length > 0
        ? `${capitalised(listed(skills, and))} stand out.`
        : 'No specific skill stands out.',
      isFull
        ? `${gains}, and hardly a point is missing elsewhere.`
        : score >= 90
          ? `${gains}; the little that is missing is mostly in ${loses}.`
          : `${gains} and loses most on ${loses}.`,
    ].join(' ')
  },
  notJudged: {
    empty: {
      headline: 'There is no text to review',
      summary:
        'The document holds no readable text, so there is nothing to judge. If it is a scan, export the CV as text.',
    },
    'not-a-cv': {
      headline: 'This does not look like a CV',
      summary:
        'The text has no employers, no periods of work and no role, so a review would be guesswork.',
    },
  },
}
