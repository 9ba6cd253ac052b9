import type { SampleCandidate } from '../sample-candidate.ts'

export const diogoFaria: SampleCandidate = {
  name: 'Diogo Faria',
  email: 'diogo.faria@mail.example',
  locale: 'en',
  joinedDaysAgo: 40,
  cvs: [
    {
      name: 'diogo-faria.pdf',
      daysAgo: 38.6,
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
}
