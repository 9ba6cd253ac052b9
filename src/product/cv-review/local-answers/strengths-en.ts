import { capitalised, listed } from 'local-cloud/model/words.ts'
import type { StrengthWording } from './wording.ts'

const and = 'and'

export const strengthsEn: StrengthWording = {
  measured: ({ figure, effect }) =>
    effect === 'up'
      ? [
          {
            title: `Growth you can prove: “${figure}”`,
            detail: 'A recruiter has something to ask about here, and you have something to tell.',
          },
          {
            title: `“${figure}” makes the case`,
            detail: 'One line says what changed and by how much. That survives a 30-second read.',
          },
          {
            title: `An increase with a number: “${figure}”`,
            detail: 'Growth is easy to claim. The number makes it credible.',
          },
        ]
      : effect === 'down'
        ? [
            {
              title: `A reduction with a number: “${figure}”`,
              detail: 'To put a number on it, you must have measured it. Few CVs show that.',
            },
            {
              title: `A measured improvement: “${figure}”`,
              detail: 'The reader sees what got better, and by how much, without having to ask.',
            },
            {
              title: `“${figure}” can be checked`,
              detail:
                'You can tell it in two sentences in an interview, and a reference can confirm it.',
            },
          ]
        : [
            {
              title: `The scale is clear: “${figure}”`,
              detail:
                'The reader knows how big the job was and can compare it with the one on offer.',
            },
            {
              title: `A number instead of an adjective: “${figure}”`,
              detail: 'It places your level better than a job title does.',
            },
            {
              title: `Easy to picture: “${figure}”`,
              detail: 'You give the amount instead of writing “many”, so it sticks.',
            },
          ],
  leadership: ({ people, trains }) => [
    {
      title: `${trains ? 'You pass on what you know' : 'You lead people'}${people ? `: “${people}”` : ''}`,
      detail: trains
        ? 'Whoever trains others has mastered the work. Recruiters look for exactly that.'
        : people
          ? 'That you were in charge, and of how many, shows your level at a glance.'
          : 'That you were in charge is clear. With the number of people it would be clearer still.',
    },
  ],
  progression: ({ from, to }) => [
    {
      title: 'A career that moves up',
      detail: `From “${from}” to “${to}”: the titles show growing trust, and the dates how long it took.`,
    },
  ],
  depth: ({ years, skills }) => [
    {
      title: `${Math.floor(years)} years, well documented`,
      detail:
        skills.length > 0
          ? `The dates run on without a gap from this entry. In the work itself you show ${listed(skills, and)}.`
          : 'The dates run on without a gap from this entry to the latest one.',
    },
  ],
  skillsInWork: ({ skills, total }) => [
    {
      title: 'Skills shown at work',
      detail: `${capitalised(listed(skills, and))} appear in what you did, not only in a list. ${total} skills in your CV are backed up like this.`,
    },
    {
      title: `${capitalised(skills[0] ?? 'skills')} in practice`,
      detail: `A line about real work names ${listed(skills, and)}. That is worth more than the same words in a list (${total} of your skills have such a line).`,
    },
  ],
  summary: ({ skills }) => [
    {
      title: 'An opening with substance',
      detail: `It names ${listed(skills, and)} instead of character traits, so the reader knows at once where you fit.`,
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
      detail: 'A named certificate needs no further explanation.',
    },
  ],
  project: ({ skills }) => [
    {
      title: 'A project of your own',
      detail:
        skills.length > 0
          ? `It shows ${listed(skills, and)} without an employer having asked for it.`
          : 'People can look at it, which is better than any description.',
    },
  ],
  education: () => [
    {
      title: 'Education at a glance',
      detail: 'What you learned, and where, is clear without a question.',
    },
  ],
  directVoice: ({ verb, count, total }) => [
    {
      title: 'You say what you did',
      detail: `${count === total ? `All ${total}` : `${count} of the ${total}`} lines about your work open with the action, like “${verb}” here. That reads fast and sounds sure.`,
    },
  ],
  skillRange: ({ skills, total }) => [
    {
      title: 'Skills by name',
      detail: `Recruiters search for terms like ${listed(skills, and)}. Your CV names ${total} of this kind.`,
    },
  ],
  order: ({ count }) => [
    {
      title: 'The usual order',
      detail: `${count} sections carry the headings that recruiters look for.`,
    },
  ],
  reachable: () => [
    {
      title: 'Easy to reach',
      detail: 'Email and phone are where they are looked for.',
    },
  ],
}
