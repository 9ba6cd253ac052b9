import type { SeededCandidate } from '../seeded-candidate.ts'

export const beatrizNogueira: SeededCandidate = {
  name: 'Beatriz Nogueira',
  email: 'beatriz.nogueira@mail.example',
  locale: 'en',
  joinedDaysAgo: 21,
  cvs: [
    {
      name: 'beatriz-nogueira-cv.pdf',
      daysAgo: 20.2,
      isReviewed: true,
      text: `Beatriz Nogueira
Supply Chain Planner · Porto, Portugal
beatriz.nogueira@mail.example · +351 910 555 083

Summary
Supply chain planner who has brought 2 factories through the shortage of chips without a
line standing still for more than 3 days.

Experience
Supply Chain Planner, Douro Motores, Porto
09/2019 – present
• Planned 1,900 parts from 140 suppliers in SAP; stock fell by 22% at the same service.
• Cut late deliveries from 17% to 6% by ordering critical parts from two sources.
• Negotiated 11 supply contracts; saved €1.3M over 3 years.
• Introduced a weekly forecast in Excel and Power BI that 4 plants use.

Logistics Coordinator, Cais Norte, Leixões
02/2015 – 08/2019
• Coordinated 70 containers a week through the port, with customs papers for 12 countries.
• Reduced demurrage by 45% with a simple calendar on the wall.

Education
Licenciatura in Industrial Engineering, University of Porto, 2010 – 2014

Skills
SAP, Excel, Power BI, SQL, forecasting, negotiation, logistics, procurement

Languages
Portuguese (native), English (C1), Spanish (B2), German (A2)`,
    },
  ],
  applications: [
    {
      job: 'Supply chain planner',
      cv: 'beatriz-nogueira-cv.pdf',
      daysAgo: 15.2,
      coverNote: `I plan 1,900 parts for electric motors, so compressors and their electronics are old acquaintances. In 2021 we had 40 % of our microcontrollers for four months and still delivered; I would be glad to tell you how, and what I would do differently.

I am learning German in the evenings and would move to Leipzig with my daughter before the school year.`,
      moves: [
        { to: 'in_review', daysAgo: 13.4, by: 'owner@loam.example' },
        { to: 'interview', daysAgo: 9.2 },
      ],
    },
    {
      job: 'Operations manager, Algarve',
      cv: 'beatriz-nogueira-cv.pdf',
      daysAgo: 19.5,
      coverNote: `Bom dia,

venho da indústria e não da saúde, mas abrir um armazém e abrir uma clínica têm mais em comum do que parece: tudo tem de estar lá no primeiro dia. Cresci em Tavira e gostava de voltar.

Com os melhores cumprimentos,
Beatriz Nogueira`,
      moves: [
        { to: 'in_review', daysAgo: 18.1, by: 'tiago@alvor.example' },
        { to: 'rejected', daysAgo: 15.9, by: 'ines@alvor.example' },
      ],
    },
  ],
}
