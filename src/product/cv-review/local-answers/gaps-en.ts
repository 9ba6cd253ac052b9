import { capitalised, listed } from 'local-cloud/model/words.ts'
import type { ContactPart, Missing } from './findings.ts'
import type { Topic } from './topics.ts'
import type { GapWording } from './wording.ts'

const and = 'and'

/** Amounts that a line about this topic could give. */
const countable: Record<Topic, string> = {
  care: 'patients per shift, beds on the ward, falls avoided or hours saved on handover',
  teaching: 'students taught, pass rates before and after, or lessons a week',
  speed: 'the time before and after, releases a week or hours of manual work saved',
  cost: 'the budget, the saving, or the number of suppliers or invoices',
  revenue: 'revenue, deals closed, quota reached or conversion before and after',
  people: 'how many people, over what time, and how soon they worked on their own',
  customers: 'customers served, answer times, or ratings before and after',
  quality: 'errors or incidents before and after, test coverage or audit findings',
  reach: 'readers, visitors, sign-ups or cost per lead before and after',
  software: 'users, requests a day, load time or hours saved',
  operations: 'volume a day, stock accuracy, lead time or share of deliveries on time',
  craft: 'pieces a week, scrap or rework, or jobs finished on time',
  general: 'how many, how often, how much faster, or what it saved',
}

/** Changes to ask for when the line gives a size already. */
const change: Record<Topic, string> = {
  care: 'falls avoided, waiting time or hours saved on handover',
  teaching: 'pass rates or marks before and after',
  speed: 'the time it took before and after',
  cost: 'what was saved',
  revenue: 'growth on the year before',
  people: 'how many stayed, or how soon they worked on their own',
  customers: 'answer times, complaints or ratings before and after',
  quality: 'errors or incidents before and after',
  reach: 'visitors, sign-ups or cost per lead before and after',
  software: 'load time, failures or support requests before and after',
  operations: 'lead time, errors or share on time before and after',
  craft: 'scrap, rework or time per piece before and after',
  general: 'what was faster, cheaper or better afterwards',
}

export const sectionEn: Record<Missing, string> = {
  contact: 'contact details',
  summary: 'summary',
  experience: 'work experience',
  education: 'education',
  skills: 'skills',
  languages: 'languages',
}

const howToAdd: Record<Missing, string> = {
  contact: 'Put email and phone in one line under your name.',
  summary: 'Open with two or three lines: what you do, for whom, and your best result.',
  experience: 'Internships, side jobs and voluntary work count too, with dates.',
  education: 'Give degree or training, school and years in one line each.',
  skills: 'List six to ten tools and methods in the words of the postings you aim at.',
  languages: 'Give each language with its level, from A1 to native.',
}

const contactPart: Record<ContactPart, string> = {
  email: 'an email address',
  phone: 'a phone number',
  link: 'a link to a profile or portfolio',
}

export const gapsEn: GapWording = {
  addressesReviewer: () => [
    {
      title: 'A line addresses the reviewer',
      detail: 'It tells whoever judges the CV what to do. It had no effect on the score.',
      advice: 'Delete it. A recruiter who finds it, in hidden text too, will trust the rest less.',
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
      title: `${words} words leave much untold`,
      detail: 'Most good CVs have 250 to 700. A recruiter can only judge what is there.',
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
      advice: `Add one number, for example ${countable[topic]}. An honest estimate (“about 20”) is fine.`,
    },
    {
      title: 'What came of it?',
      detail: 'The reader learns what you did and has to guess the effect.',
      advice: `End the line with the outcome. You could count ${countable[topic]}.`,
    },
    {
      title: 'An activity, but no outcome',
      detail: 'Anyone with this job title could have written the line.',
      advice: `Make it yours with a number: ${countable[topic]}.`,
    },
  ],
  onlySize: ({ figure, topic }) => [
    {
      title: `“${figure}” is a size, not yet an effect`,
      detail: 'The line shows how much, but not what got better because of you.',
      advice: `Add what changed, for example ${change[topic]}.`,
    },
  ],
  flatSummary: () => [
    {
      title: 'The summary names no result',
      detail: 'It is read first, and says what you are but not yet what you achieved.',
      advice: 'Move your best number up here, in half a sentence.',
    },
  ],
  passive: ({ phrase }) => [
    {
      title: `“${phrase}” hides what you did`,
      detail: 'It reads like a job description, not like your part in the work.',
      advice:
        'Start with the verb for what you did yourself (built, planned, decided, taught) and end with what came of it.',
    },
    {
      title: `Replace “${phrase}”`,
      detail: 'It leaves open whether you decided, did the work or watched.',
      advice:
        'Ask yourself what would have been missing without you, and begin the line with that verb.',
    },
  ],
  cliche: ({ phrase }) => [
    {
      title: `“${phrase}” says little`,
      detail: 'It is in every second CV and cannot be checked.',
      advice: 'Cut it, or replace it with one example that shows it.',
    },
  ],
  vague: ({ word }) => [
    {
      title: `“${word}” leaves the reader guessing`,
      detail: 'Vague amounts sound smaller than they were.',
      advice: `Instead of “${word}”, give the number or name the two that matter most.`,
    },
  ],
  timelineGap: ({ from, to, months }) => [
    {
      title:
        months === null ? `Nothing between ${from} and ${to}` : `${months} months without an entry`,
      detail: `${months === null ? 'The CV' : `Between ${from} and ${to} the CV`} does not say what you did before this entry, and readers start to guess.`,
      advice:
        'One honest line is enough: parental leave, training, travel, a project, looking for work.',
    },
  ],
  undated: () => [
    {
      title: 'A job without dates',
      detail: 'The reader cannot tell how long ago it was or how long it lasted.',
      advice: 'Add month and year for start and end, in the same format as the other entries.',
    },
  ],
  impossibleDates: ({ dates }) => [
    {
      title: 'Dates that cannot be right',
      detail: `“${dates}” ends before it starts or lies in the future.`,
      advice: 'Correct the period. Dates are the first thing to be compared with references.',
    },
  ],
  shortStints: ({ count }) => [
    {
      title: `${count} jobs under ten months`,
      detail: 'One after another, they raise a question that the CV does not answer.',
      advice: 'Mark fixed-term contracts and projects as such, or group them under one heading.',
    },
  ],
  missingSections: ({ missing }) => [
    {
      title: `Missing: ${listed(
        missing.map((kind) => sectionEn[kind]),
        and,
      )}`,
      detail: 'Recruiters look under the usual headings first, and so do their search tools.',
      advice: missing
        .slice(0, 2)
        .map((kind) => howToAdd[kind])
        .join(' '),
    },
  ],
  contact: ({ missing }) => [
    {
      title: 'Contact details are incomplete',
      detail: `The CV lacks ${listed(
        missing.map((part) => contactPart[part]),
        and,
      )}.`,
      advice: 'One line under your name is enough, as text and not as a picture.',
    },
  ],
  unshownSkills: ({ skills }) => [
    {
      title: `Listed but never shown: ${skills.slice(0, 3).join(', ')}`,
      detail: `${capitalised(listed(skills, and))} are in the list, but no line about your work mentions them.`,
      advice: `Name ${skills[0] ?? 'the skill'} in the line where you used it, and drop what you would not want to be asked about.`,
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
      detail: 'It holds several thoughts, and the reader takes away none.',
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
      advice: 'Correct it, and let someone else read the whole CV once.',
    },
  ],
  personal: ({ detail }) => [
    {
      title: 'Private details that nobody needs',
      detail: `“${detail}” must play no part in hiring.`,
      advice: 'Leave it out and use the line for a result.',
    },
  ],
  noWorkLink: ({ field }) => [
    {
      title: 'No link to your work',
      detail: `In ${field === 'design' ? 'design' : 'software'}, people like to see for themselves.`,
      advice:
        field === 'design'
          ? 'Link a portfolio with two or three cases.'
          : 'Link a repository, a talk, a package or a running product.',
    },
  ],
}
