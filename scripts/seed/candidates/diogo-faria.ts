import type { SeededCandidate } from '../seeded-candidate.ts'

export const diogoFaria: SeededCandidate = {
  name: 'Diogo Faria',
  email: 'diogo.faria@mail.example',
  locale: 'en',
  joinedDaysAgo: 40,
  cvs: [
    {
      name: 'diogo-faria.pdf',
      daysAgo: 38.6,
      isReviewed: true,
      text: `Diogo Faria
Frontend Developer · Braga, Portugal
diogo.faria@mail.example · +351 936 555 417 · github.com/diogo-faria-example

Summary
Frontend developer with React and TypeScript. Team player, fast learner, always motivated.

Experience
Frontend Developer, Minho Saúde Digital, Braga
11/2021 – present
• Built the appointment pages in React and TypeScript, used by 60,000 patients a month.
• Improved the largest paint from 4.1 s to 1.8 s by removing 3 libraries.
• Worked on accessibility together with the design team.
• Responsible for the component library.

Web Developer, Estúdio Carvalho, Guimarães
02/2019 – 10/2021
• Developed shops for 14 clients with Vue and WordPress.
• Participated in planning and estimates.

Education
BSc Informatics Engineering, University of Minho, 2015 – 2018

Skills
React, TypeScript, JavaScript, CSS, HTML, React Native, Jest, Git, WebRTC

Languages
Portuguese (native), English (B2)`,
    },
  ],
  applications: [
    {
      job: 'Senior TypeScript engineer, fleet platform',
      cv: 'diogo-faria.pdf',
      daysAgo: 0.2,
      coverNote: `I work with TypeScript every day and would like to move to the server side. Remote from Braga would be best for me, with visits.`,
      moves: [],
    },
    {
      job: 'Mobile engineer, installer app',
      cv: 'diogo-faria.pdf',
      daysAgo: 38.3,
      coverNote: `I have built two small apps with React Native and would like to do more of it.`,
      moves: [
        { to: 'in_review', daysAgo: 37.6 },
        { to: 'rejected', daysAgo: 35.1 },
      ],
    },
    {
      job: 'Frontend engineer, video consultations',
      cv: 'diogo-faria.pdf',
      daysAgo: 4.4,
      coverNote: `My mother has her consultations by video since she moved to the village, and I am her technical support. So I know the waiting room of three services, and would like to build one that needs no son.

At Minho Saúde I build the appointment pages, and in my own time a small WebRTC call for our choir.`,
      moves: [
        { to: 'in_review', daysAgo: 3.8, by: 'tiago@alvor.example' },
        { to: 'interview', daysAgo: 1.6, by: 'tiago@alvor.example' },
      ],
    },
  ],
}
