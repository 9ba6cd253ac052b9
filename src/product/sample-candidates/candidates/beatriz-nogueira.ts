import type { SampleCandidate } from '../sample-candidate.ts'

export const beatrizNogueira: SampleCandidate = {
  name: 'Beatriz Nogueira',
  email: 'beatriz.nogueira@mail.example',
  locale: 'en',
  joinedDaysAgo: 21,
  cvs: [
    {
      name: 'beatriz-nogueira-cv.pdf',
      daysAgo: 20.2,
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
}
