import type { SampleCandidate } from '../sample-candidate.ts'

/** His CV has no review: he was in a hurry. */
export const henrikSolberg: SampleCandidate = {
  name: 'Henrik Solberg',
  email: 'henrik.solberg@mail.example',
  locale: 'en',
  joinedDaysAgo: 23,
  cvs: [
    {
      name: 'Solberg CV 2025.pdf',
      daysAgo: 22.6,
      text: `Henrik Solberg
Finance Lead · Berlin, Germany
henrik.solberg@mail.example · +49 160 5550 7120 · linkedin.com/in/henrik-solberg-example

Experience
Head of Finance, Lastenrad Union, Berlin
04/2020 – present
• Built the finance team from 1 to 6 people while revenue grew from €4M to €31M.
• Shortened the monthly close from 12 to 4 working days.
• Closed a credit line of €8M with two banks, secured by inventory.
• Prepared 4 audits under HGB, the last two without a single adjustment.

Senior Controller, Nordlys Vind, Oslo
08/2013 – 03/2020
• Planned and reported for 9 wind farms with 310 MW.
• Introduced a rolling forecast that replaced a budget of 400 pages.

Education
MSc Accounting and Finance, Norwegian School of Economics, 2011 – 2013

Skills
HGB, IFRS, DATEV, SAP, treasury, forecasting, SQL

Languages
Norwegian (native), English (C2), German (C1)`,
    },
  ],
}
