import type { SampleCandidate } from '../sample-candidate.ts'

export const jonasPetersen: SampleCandidate = {
  name: 'Jonas Petersen',
  email: 'jonas.petersen@mail.example',
  locale: 'en',
  joinedDaysAgo: 44,
  cvs: [
    {
      name: 'jonas-petersen-mobile.pdf',
      daysAgo: 42.2,
      text: `Jonas Petersen
Mobile Engineer · Flensburg, Germany
jonas.petersen@mail.example · +49 171 5550 9034 · github.com/jonas-p-example

Summary
Mobile engineer for people who work with gloves on: 7 years of Kotlin and Swift.

Experience
Mobile Engineer, Fjordlog, Flensburg
01/2020 – present
• Rebuilt the driver app in Kotlin and Swift for 2,300 drivers; crashes: 2.1% to 0.2%.
• Designed a sync that survives a tunnel: conflicts per 1,000 jobs went from 14 to 1.
• Cut the start of the app from 4.2 s to 1.1 s on the oldest tablet in the fleet.
• Automated releases with Fastlane and GitHub Actions, from 6 a year to one every two weeks.

Android Developer, Strandapp, Kiel
08/2017 – 12/2019
• Developed the booking app of 40 campsites in Kotlin; rated 4.7 by 3,100 guests.
• Wrote 480 tests with Espresso, after which no release had to be taken back.

Education
BSc Media Informatics, Flensburg University of Applied Sciences, 2013 – 2017

Skills
Kotlin, Swift, Android, iOS, Jetpack Compose, SwiftUI, SQLite, GraphQL, Fastlane

Languages
German (native), Danish (native), English (C1)`,
    },
  ],
}
