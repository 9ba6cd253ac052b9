import type { SampleCandidate } from '../sample-candidate.ts'

/** The candidate who can sign in: two versions of a CV, of which the second took the advice. */
export const claraWeiss: SampleCandidate = {
  name: 'Clara Weiss',
  email: 'candidate@loam.example',
  locale: 'en',
  joinedDaysAgo: 19,
  cvs: [
    {
      name: 'clara-weiss-cv.pdf',
      daysAgo: 18.2,
      text: `Clara Weiss
Product Designer, Berlin
candidate@loam.example

Profile
Creative and passionate designer with a keen eye for detail and a hands-on mentality.

Experience
2021 – today, Product Designer, Voltkreis Mobility, Berlin
Responsible for the design of the charging app.
Worked on the design system together with other teams.
Various workshops and user interviews.

2017 – 2021, UX Designer, Agentur Nordhang, Hamburg
Designed websites and apps for different clients.
Helped with pitches.

Education
BA Communication Design, HAW Hamburg, 2013 – 2017

Skills
Figma, prototyping, user research, workshops`,
    },
    {
      name: 'clara-weiss-cv-2.pdf',
      daysAgo: 12.1,
      text: `Clara Weiss
Product Designer · Berlin
candidate@loam.example · +49 151 2345 6780 · https://claraweiss.example

Profile
Product designer for energy and mobility with 8 years of practice. Turns 40 interviews into
one decision, and measures afterwards whether it was right.

Experience
Product Designer, Voltkreis Mobility, Berlin
04/2021 – present
• Redesigned the charging flow in Figma; failed starts fell from 11% to 4% in one quarter.
• Ran 38 user interviews and 6 usability tests a year; 2 planned features were dropped.
• Built a design system of 52 components with 4 engineers; a new screen takes 2 days, not 5.
• Brought the app to WCAG 2.2 AA: 61 accessibility issues closed in 5 months.
• Prototyped the tariff view with real data; support tickets about prices fell by 27%.

UX Designer, Agentur Nordhang, Hamburg
09/2017 – 03/2021
• Designed the self-service portal of a municipal utility; 31% fewer calls in a winter.
• Led user research for 9 client projects, from recruiting to the last slide.
• Reduced the sign-up of a car-sharing service from 7 steps to 3; completion rose by 18%.

Education
BA Communication Design, HAW Hamburg, 2013 – 2017

Skills
Figma, prototyping, user research, usability testing, design systems, accessibility

Languages
German (native), English (C1), Spanish (B1)`,
    },
  ],
}
