import type { SampleApplication } from './sample-application.ts'

/** Halden Wärme has applications in every status. */
export const applicationsToHalden: SampleApplication[] = [
  {
    candidate: 'anna-lena.vogt@uni.example',
    job: 'Werkstudent:in Frontend',
    cv: 'Lebenslauf_Vogt.pdf',
    daysAgo: 4.5,
    coverNote: `Hallo zusammen,

ich studiere Informatik im fünften Semester und arbeite an der Übungsplattform der Uni mit React und TypeScript. 640 Leute benutzen sie jede Woche und sagen sehr direkt, was nicht funktioniert. Das hat mir mehr beigebracht als zwei Vorlesungen.

Ich hätte dienstags, mittwochs und freitags Zeit, insgesamt 18 Stunden.

Liebe Grüße
Anna-Lena`,
    moves: [{ to: 'in_review', daysAgo: 3.1 }],
  },
  {
    candidate: 'anna-lena.vogt@uni.example',
    job: 'Customer support specialist, evenings',
    cv: 'Lebenslauf_Vogt.pdf',
    daysAgo: 0.7,
    coverNote: `Falls die Stelle im Frontend schon vergeben ist: Abends könnte ich auch im Support arbeiten. Im Café habe ich gelernt, mit Leuten zu sprechen, denen gerade kalt ist.`,
    moves: [],
  },
  {
    candidate: 'beatriz.nogueira@mail.example',
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
    candidate: 'candidate@loam.example',
    job: 'Product designer, homeowner app',
    cv: 'clara-weiss-cv-2.pdf',
    daysAgo: 3.6,
    coverNote: `Eleven seconds is about what people give our charging app as well, so your advertisement made me laugh, and then think.

At Voltkreis I redesigned the one screen that everybody sees and nobody wants to see: the moment when charging does not start. We got failed starts from 11 % to 4 %, mostly by removing things. The wrong turns are in my portfolio too; the second of three concepts was pretty and did not work.

I live in Berlin-Wedding and would like to be in the office three days a week.`,
    moves: [
      { to: 'in_review', daysAgo: 2.9 },
      { to: 'interview', daysAgo: 1.2 },
    ],
  },
  {
    candidate: 'diogo.faria@mail.example',
    job: 'Senior TypeScript engineer, fleet platform',
    cv: 'diogo-faria.pdf',
    daysAgo: 0.2,
    coverNote: `I work with TypeScript every day and would like to move to the server side. Remote from Braga would be best for me, with visits.`,
    moves: [],
  },
  {
    candidate: 'diogo.faria@mail.example',
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
    candidate: 'henrik.solberg@mail.example',
    job: 'Finance lead',
    cv: 'Solberg CV 2025.pdf',
    daysAgo: 22.5,
    coverNote: `I have taken one hardware company from four million to thirty-one and know where the cash goes: into parts that wait for one other part. I would like to do it for something that replaces boilers.

Available from the first of next quarter.`,
    moves: [
      { to: 'in_review', daysAgo: 20.9, by: 'owner@loam.example' },
      { to: 'interview', daysAgo: 16.3, by: 'owner@loam.example' },
      { to: 'offer', daysAgo: 3.3, by: 'owner@loam.example' },
    ],
  },
  {
    candidate: 'jonas.petersen@mail.example',
    job: 'Mobile engineer, installer app',
    cv: 'jonas-petersen-mobile.pdf',
    daysAgo: 41.7,
    coverNote: `My drivers lose the network in every tunnel, your installers in every cellar. I have spent three years on a sync that does not lose a signature on the way, and I would like to do it once more, better.

I would come to Leipzig for the first month and then twice a month.`,
    moves: [
      { to: 'in_review', daysAgo: 40.5 },
      { to: 'interview', daysAgo: 37.2 },
      { to: 'offer', daysAgo: 30.8, by: 'owner@loam.example' },
      { to: 'hired', daysAgo: 27.4 },
    ],
  },
  {
    candidate: 'leyla.demir@mail.example',
    job: 'Kundenberater:in Heizungstausch',
    cv: 'leyla-demir-lebenslauf.pdf',
    daysAgo: 8.6,
    coverNote: `Liebes Team,

im letzten Jahr habe ich 190 Haushalte beraten, und bei etwa jedem fünften habe ich von einer Wärmepumpe zum jetzigen Zeitpunkt abgeraten. Gerade deshalb kommen viele wieder. Wenn Sie jemanden suchen, der so berät, würde ich mich sehr über ein Gespräch freuen.

Herzliche Grüße
Leyla Demir`,
    moves: [
      { to: 'in_review', daysAgo: 7.9 },
      { to: 'interview', daysAgo: 6.1 },
      { to: 'offer', daysAgo: 1.8, by: 'owner@loam.example' },
    ],
  },
  {
    candidate: 'leyla.demir@mail.example',
    job: 'Customer support specialist, evenings',
    cv: 'leyla-demir-kurz.pdf',
    daysAgo: 6.7,
    coverNote: `Ich hatte mich schon als Kundenberaterin beworben; die Abende würden mir in diesem Winter auch passen.`,
    moves: [{ to: 'withdrawn', daysAgo: 5.6 }],
  },
  {
    candidate: 'mirela.ionescu@mail.example',
    job: 'Embedded engineer, heat pump controller',
    cv: 'CV_Mirela_Ionescu.pdf',
    daysAgo: 2.7,
    coverNote: `Moving a control loop from C to Rust one module at a time, with the old one as the reference, is exactly what I have done for a motor controller in the last two years. I learned that the comparison is the work and the port is the easy part, and I would bring the comparison with me.

Dresden to Leipzig is an hour by train; I would move within three months. My notice is six weeks to the end of a month.`,
    moves: [
      { to: 'in_review', daysAgo: 2.1, by: 'owner@loam.example' },
      { to: 'interview', daysAgo: 0.9 },
    ],
  },
  {
    candidate: 'priya.raghunathan@mail.example',
    job: 'Data scientist, load forecasting',
    cv: 'priya_raghunathan_resume.pdf',
    daysAgo: 5.5,
    coverNote: `I forecast the load of 90,000 households for a trading desk, so I know what an error costs at five in the afternoon in January. What I miss is the device: we see a meter and guess. You see the machine.

I would like to hear how you evaluate across winters that were nothing like each other. We use three, and I am not sure that it is enough.`,
    moves: [
      { to: 'in_review', daysAgo: 4.6, by: 'owner@loam.example' },
      { to: 'interview', daysAgo: 2.4 },
    ],
  },
  {
    candidate: 'priya.raghunathan@mail.example',
    job: 'Product manager, grid services',
    cv: 'priya_raghunathan_resume.pdf',
    daysAgo: 10.1,
    coverNote: `I have worked beside product managers in energy trading for three years and would like to become one. I know the market from the side of the numbers.`,
    moves: [
      { to: 'in_review', daysAgo: 8.2 },
      { to: 'rejected', daysAgo: 6.3, by: 'owner@loam.example' },
    ],
  },
  {
    candidate: 'samuel.adeyemi@mail.example',
    job: 'Senior TypeScript engineer, fleet platform',
    cv: 'samuel-adeyemi.pdf',
    daysAgo: 0.4,
    coverNote: `You ask for somebody who has found a race condition by thinking rather than by luck. Mine billed 412 people twice, and I found it on a train without a laptop, which I still consider the best debugging session of my life.

I applied for the reliability role last week. If you would rather see me here, so would I: the message pipeline is closer to what I do every day. I live in Leipzig, two tram stops from your office.`,
    moves: [],
  },
  {
    candidate: 'samuel.adeyemi@mail.example',
    job: 'Site reliability engineer',
    cv: 'samuel-adeyemi.pdf',
    daysAgo: 11.8,
    coverNote: `I have carried a pager for six years and would like to go on doing so for something that keeps people warm. Happy to talk about how we got from 74 minutes an incident to 22; most of it was deleting alerts.`,
    moves: [{ to: 'in_review', daysAgo: 9.7 }],
  },
  {
    candidate: 'thandiwe.mokoena@mail.example',
    job: 'Product manager, grid services',
    cv: 'Thandiwe Mokoena - Product.pdf',
    daysAgo: 9.1,
    coverNote: `In Cape Town we paid 4,000 households to wait with the hot water, six megawatts in the evening peak. It worked because the letter said what it would cost them, and when. I would like to do that with machines that can answer back.

I know the Dutch market from my neighbours and the German one from reading; the second is what I would want to learn first.`,
    moves: [{ to: 'in_review', daysAgo: 7.3, by: 'owner@loam.example' }],
  },
  {
    candidate: 'tomasz.kowalczyk@mail.example',
    job: 'Anlagenmechaniker:in Wärmepumpe',
    cv: 'Lebenslauf Kowalczyk.pdf',
    daysAgo: 1.3,
    coverNote: `Guten Tag,

ich baue seit sechs Jahren Wärmepumpen ein, rund sechzig bisher, die meisten im Bestand. Ihre Geräte kenne ich von drei Baustellen und habe sie gern in Betrieb genommen: Die Anleitung stimmt, das ist selten.

Wenn es mit der Beratung nicht geklappt hat, verstehe ich das; auf die Baustelle passe ich ohnehin besser. Kälteschein Kategorie I ist vorhanden.

Viele Grüße
Tomasz Kowalczyk`,
    moves: [],
  },
  {
    candidate: 'tomasz.kowalczyk@mail.example',
    job: 'Kundenberater:in Heizungstausch',
    cv: 'Lebenslauf Kowalczyk.pdf',
    daysAgo: 8,
    coverNote: `Guten Tag, nach zwölf Jahren auf der Baustelle würde ich gern den Schritt in die Beratung machen. Was ein Umbau im Haus wirklich bedeutet, kann ich den Leuten ehrlich sagen. Mit Excel und Angeboten müsste ich mich noch einarbeiten.`,
    moves: [
      { to: 'in_review', daysAgo: 6.8 },
      { to: 'rejected', daysAgo: 4.2 },
    ],
  },
]
