import type { SampleCandidate } from '../sample-candidate.ts'

export const thandiweMokoena: SampleCandidate = {
  name: 'Thandiwe Mokoena',
  email: 'thandiwe.mokoena@mail.example',
  locale: 'en',
  joinedDaysAgo: 11,
  cvs: [
    {
      name: 'Thandiwe Mokoena - Product.pdf',
      daysAgo: 9.4,
      text: `Thandiwe Mokoena
Product Manager · Rotterdam, Netherlands
thandiwe.mokoena@mail.example · +31 6 5550 8842 · linkedin.com/in/thandiwe-example

Summary
Product manager for markets with rules: 5 years in customs and power, where the customer is
also the regulator.

Experience
Product Manager, Maasvlakte Digital, Rotterdam
06/2021 – present
• Launched pre-clearance for 3 ports; the median container waits 5 hours instead of 19.
• Dropped 2 of 5 planned modules after 26 interviews; the team of 9 was a quarter early.
• Defined the metrics with the customs authority; 94% of declarations pass at once.

Associate Product Manager, Umoya Power, Cape Town
01/2019 – 05/2021
• Worked on a demand response programme with 4,000 households.
• Was responsible for the backlog and for release notes.
• Ran a pilot with 2 municipalities, which shifted 6 MW in the evening peak.

Education
BSc Electrical Engineering, University of Cape Town, 2014 – 2018

Skills
product discovery, roadmaps, user research, SQL, Figma, Jira, energy markets

Languages
English (native), Sotho (native), Dutch (B2)`,
    },
  ],
}
