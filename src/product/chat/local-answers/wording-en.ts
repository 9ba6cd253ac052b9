import { capitalised, listed } from 'local-cloud/model/words.ts'
import type { JobWording } from './wording.ts'

export const jobWordingEn: JobWording = {
  and: 'and',
  company: 'the company',
  topic: {
    responsibilities: {
      noun: 'the work itself',
      tip: 'Read the verbs: they tell whether you would build, run, sell or lead. What stands first usually fills most of the week.',
      ask: 'What should the new person have achieved after six months?',
    },
    skills: {
      noun: 'the skills asked for',
      tip: 'What stands first usually weighs most. For each one that you have, keep one example ready; for one that you lack, say how you would learn it.',
      ask: 'Which two of these skills would you miss first if they were not there?',
    },
    seniority: {
      noun: 'the experience asked for',
      tip: 'Years are a rough measure. Someone who solved the same kind of problem on a smaller scale can make that case with one concrete example.',
      ask: 'Which problem should someone at this level be able to solve alone?',
    },
    location: {
      noun: 'the place of work',
      tip: '“Hybrid” and “remote” mean different things from team to team, so settle the number of days on site before you plan around them.',
      ask: 'How many days a month does the team really spend in the office?',
    },
    salary: {
      noun: 'the pay',
      tip: 'A range mostly reflects experience. Decide beforehand where in it you see yourself, and name a result that supports it.',
      ask: 'Where in the range do you see someone with my experience, and when is pay reviewed?',
    },
    hours: {
      noun: 'hours and contract',
      tip: 'Contract and hours decide what the pay is worth, so it makes sense to clear them up before you talk about money.',
      ask: 'Are the hours fixed, and can they be moved or reduced?',
    },
    benefits: {
      noun: 'what is offered besides pay',
      tip: 'Time and training are worth money too; compare them with what you have today before you weigh the salary.',
      ask: 'Which of these do people in the team really use?',
    },
    company: {
      noun: 'the company and the team',
      tip: 'A posting shows the team from its best side. People who work there can tell you what an ordinary Tuesday looks like.',
      ask: 'Who would I work with every day, and why is this position open?',
    },
    relocation: {
      noun: 'visas and moving',
      tip: 'Permits take weeks or months, so it is wise to raise this in your first message and not after the last interview.',
      ask: 'Do you employ people who need a work permit, and do you help with moving?',
    },
    language: {
      noun: 'the languages needed',
      tip: 'The language of the posting is often the working language, but that is a guess and not a promise.',
      ask: "Which language do the team's meetings and documents use?",
    },
    process: {
      noun: 'how to apply',
      tip: 'An application that answers the two or three main demands in the same order as the posting is read more easily than a long one.',
      ask: 'Which steps follow after the application, and how long do they take?',
    },
    onCall: {
      noun: 'being on call',
      tip: "How often people are really called says more than the rota. Ask for last quarter's number before you compare the pay.",
      ask: 'How many calls were there in the last three months, and how many of them at night?',
    },
    holidays: {
      noun: 'holidays',
      tip: 'Compare the days with what you have today, and ask how public holidays count.',
      ask: 'Can the days be taken freely, and are there times when nobody is away?',
    },
    training: {
      noun: 'training',
      tip: 'A budget is worth what people use of it. Ask for an example from last year.',
      ask: 'What did someone in the team learn last year, and who paid for it?',
    },
    equipment: {
      noun: 'equipment',
      tip: 'If you need a certain device or chair, say so before the first day.',
      ask: 'Which devices would I get, and can I choose them?',
    },
    start: {
      noun: 'the start date',
      tip: 'Check your notice period, and name the first day on which you could start.',
      ask: 'When should the new person start, and can that be moved?',
    },
    teamSize: {
      noun: 'the size of the team',
      tip: 'In a small team everybody does a bit of everything; in a large one you get to know one part well. Think about which suits you.',
      ask: 'How many people would I work with every day, and how many of them do the same work?',
    },
    travel: {
      noun: 'travelling',
      tip: 'Nights away count more than kilometres. Ask for them before you say yes.',
      ask: 'How many nights a month would I be away?',
    },
  },
  value: (noun, value, title) => [
    `About ${noun}, the posting for **${title}** says: **${value}**.`,
    `The posting is clear about ${noun}: **${value}**.`,
  ],
  closes: (day) => `The posting takes applications until **${day}**.`,
  quotesFollow: (noun) => [`There is more about ${noun}:`, 'It adds:'],
  quotesOnly: (noun, company) => [
    `About ${noun}, ${company} writes:`,
    `This is what the posting says about ${noun}:`,
  ],
  nothing: (noun, company) => [
    `The posting says nothing about ${noun}, so I will not guess.`,
    `${capitalised(company)} does not mention ${noun} in this posting.`,
  ],
  stated: (facts) => `What it does state: ${facts}.`,
  nearest: 'The line that comes closest:',
  askThem: (question) => `Worth asking: *“${question}”*`,
  unknown: (company) => [
    `The posting has no answer to that, and I only go by what ${company} wrote.`,
    'I cannot find that in the posting.',
  ],
  onlyTheJob: 'I only answer questions about this job, so I leave that instruction aside.',
  unknownNearest: 'The lines that come closest:',
  couldAsk:
    'I can tell you what it says about the work, the skills asked for, pay, place, hours or applying, check your skills against it, prepare you for an interview, or draft a cover letter.',
  summary: {
    lead: (title, company) =>
      company ? `**${title}** at ${company}, in short:` : `**${title}**, in short:`,
    facts: {
      department: 'Department',
      location: 'Place',
      workplace: 'Way of working',
      salary: 'Pay',
      employment: 'Contract',
      skills: 'Skills',
    },
    work: 'What you would do:',
    needs: 'What they ask for:',
    next: 'Tell me which skills you have, and I will compare them with the list.',
  },
  fit: {
    none: (skills) =>
      `Tell me what you can do, and I will compare it.${skills ? ` The posting asks for ${skills}.` : ''} Write it the way you would say it, for example “three years of ..., some ...”.`,
    verdict: ({ matched, missing, company }) => {
      const all = matched.length + missing.length
      if (missing.length === 0)
        return `That looks like a **strong match**: you named everything that ${company} lists.`
      if (matched.length / all >= 0.5)
        return `That is a **good basis**: ${matched.length} of the ${all} skills that the posting names are covered.`
      if (matched.length > 0)
        return `So far that is a **partial match**: ${matched.length} of the ${all} skills that the posting names.`
      return all === 1
        ? 'From what you told me, **the one skill** that the posting names is not covered yet.'
        : `From what you told me, **none of the ${all} skills** that the posting names is covered yet.`
    },
    matched: 'You have',
    missing: 'Not mentioned so far',
    years: (yours, asked) =>
      yours >= asked
        ? `Your ${yours} years meet the ${asked} that are asked for.`
        : `You have ${yours} ${yours === 1 ? 'year' : 'years'}, the posting asks for ${asked}. Bring an example that makes up for the difference.`,
    advice: ({ matched, missing }) =>
      [
        matched.length > 0
          ? `Put ${listed(matched.slice(0, 3), 'and')} at the top of your application, ${matched.length > 1 ? 'each ' : ''}with a result.`
          : '',
        missing.length > 0
          ? `If you do know ${listed(missing.slice(0, 3), 'or')}, say so: here or in your CV. If not, say how you would close the gap.`
          : '',
      ]
        .filter(Boolean)
        .join(' '),
    unlisted: 'Beyond the list you also bring',
  },
  interview: {
    lead: (title) =>
      `Questions that follow from the posting for **${title}**. Prepare a short story for each: situation, what you did, what came of it.`,
    skill: (skill) => [
      `What is the hardest problem you have solved with ${skill}?`,
      `How would you explain ${skill} to someone new in the team?`,
      `When was ${skill} the wrong choice, and what did you do then?`,
    ],
    duty: (line) => [
      `The posting says: “${line}” When did you last do something like it?`,
      `“${line}” How would you spend your first month on this?`,
    ],
    yours: (question) => `And one for you to ask: *“${question}”*`,
    close: 'Answer me one of them here, and practise until it takes less than two minutes.',
  },
  letter: {
    lead: 'A draft. What stands in [brackets] only you can know:',
    greeting: (company) => (company ? `Dear ${company} team,` : 'Dear hiring team,'),
    opening: (title, company, line) =>
      `Your posting for ${title} caught my attention because of one sentence: “${line}” That is the kind of work I want to do next${company ? `, and I would like to do it at ${company}` : ''}.`,
    middle: (skills, duty) =>
      `I bring ${skills}. In [company, year] I used it to [what you did], which led to [result with a number]. You write: “${duty}” I would start from exactly that experience.`,
    blank: (duty) =>
      `In [company, year] I [what you did], which led to [result with a number]. You write: “${duty}” I would start from exactly that experience.`,
    end: 'I would be glad to tell you more in a conversation.\n\nKind regards,\n[Your name]',
    note: 'Tell me your skills, and I will put them in.',
  },
  why: (company) => `Because that is what ${company} wrote. I went by these lines of the posting:`,
  whyNothing:
    'Because the posting has no line about it, and I do not add anything that it does not say.',
  item: (index) => (index < 0 ? 'The last one was:' : `Number ${index + 1} was:`),
  noItem:
    'My last answer had no such item. Tell me which line you mean, or ask about the work, the skills or the pay.',
  itemDuty:
    'It belongs to the work itself. Think of a time when you did something like it: what was the situation, what did you decide, and what came of it? If there is none, say what comes nearest, and how you would go about it in the first weeks.',
  itemNeed:
    'It is something that they ask for. Show it with one example from your work, with a number if you have one, and put that line high up in your CV. If you lack it, name what comes nearest and how you would learn the rest.',
  itemOther:
    'The posting says no more about it than this line. If it matters to you, ask about it in your first conversation and note the answer, because it may decide between two offers.',
  smallTalk: (title, thanks) =>
    thanks
      ? `You are welcome. If you want to go on with **${title}**: I can compare your skills with what is asked for, collect questions for the interview, or draft a cover letter for you.`
      : `Hello. I know the posting for **${title}** line by line. Ask me about the work, the skills asked for, pay, place or hours; tell me what you can do, and I will compare it; or let me prepare you for the interview.`,
  alsoHeading: 'Also in the posting',
  questionsHeading: 'Questions that may come up',
}
