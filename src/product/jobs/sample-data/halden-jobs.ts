import type { SampleJob } from './sample-job.ts'

/** Halden Wärme, Leipzig: heat pumps and the software that runs them. */
export const haldenJobs: SampleJob[] = [
  {
    title: 'Senior TypeScript engineer, fleet platform',
    department: 'Engineering',
    summary:
      'Build the service that keeps 38,000 heat pumps in touch with their owners, their installers and the grid.',
    location: 'Leipzig',
    country: 'DE',
    workplace: 'hybrid',
    skills: ['TypeScript', 'Postgres', 'Node.js', 'MQTT', 'Observability'],
    salary: [78000, 96000],
    publishedDaysAgo: 1,
    description: `A heat pump that loses its connection on a January night is a cold house on a January morning. You will own the service that notices first.

## What you will do

- Take over the message pipeline: 38,000 devices, about 2,400 messages a second, one team of five.
- Replace the nightly batch that computes tariffs with something that is right within a minute.
- Write the runbook for what you build, and be on call for it one week in six (paid, and quiet: four pages last quarter).

## What you bring

- Several years with TypeScript on the server and a database that other people depended on.
- You have found a race condition by thinking rather than by luck.
- German is welcome; the team works in English.

## How we work

Two days a week in Leipzig, the rest where you like within Germany. No meeting before ten. We review each other's design notes before we review code, and we measure a change before and after it ships.`,
  },
  {
    title: 'Embedded engineer, heat pump controller',
    department: 'Engineering',
    summary: 'Write the Rust and C that runs inside every unit for the next fifteen years.',
    location: 'Leipzig',
    country: 'DE',
    workplace: 'onsite',
    skills: ['Rust', 'C', 'Embedded systems', 'CAN bus', 'RTOS'],
    salary: [72000, 92000],
    publishedDaysAgo: 3,
    description: `Our controller is a small board with a long life. What you write today will still be running when the house has been sold twice.

## The work

1. Move the compressor control loop from C to Rust, one module at a time, with the old one as the reference.
2. Build the test bench: a rack of twelve boards that runs every release for a week against recorded winters.
3. Sit with the people who install the units and take the friction out of commissioning.

## You

- Comfortable with an oscilloscope and with a data sheet that contradicts itself.
- You have shipped firmware that could not easily be recalled.
- Some knowledge of thermodynamics helps; we will teach you the rest.

The lab is in Leipzig-Plagwitz, ten minutes by bicycle from the main station. Lunch is cooked.`,
  },
  {
    title: 'Product designer, homeowner app',
    department: 'Design',
    summary: 'Make an invisible machine understandable to the person who lives with it.',
    location: 'Berlin',
    country: 'DE',
    workplace: 'hybrid',
    skills: ['Product design', 'Prototyping', 'User research', 'Figma', 'Accessibility'],
    salary: [64000, 80000],
    publishedDaysAgo: 4,
    description: `Most people open our app for eleven seconds: is it warm, what does it cost, is anything wrong? You will make those eleven seconds good, and the rare longer visit calm.

## In your first year

- Redesign the consumption view so that a person without a physics degree can act on it.
- Run a diary study with thirty households through one heating season.
- Bring the app to WCAG 2.2 AA together with two engineers who care about it as much as you do.

## What we look for

- A portfolio that shows how you arrived somewhere, including the wrong turns.
- You write interface text yourself, and you cut it.
- Good German for interviews with customers.

There are three designers. You will report to the head of product and work beside engineering every day.`,
  },
  {
    title: 'Data scientist, load forecasting',
    department: 'Data',
    summary:
      'Predict tomorrow’s heat demand for every building we serve, and say how sure you are.',
    location: 'Leipzig',
    country: 'DE',
    workplace: 'remote',
    skills: ['Python', 'Forecasting', 'Statistics', 'SQL', 'Machine learning'],
    salary: [70000, 90000],
    publishedDaysAgo: 6,
    description: `We buy electricity a day ahead for people who have not decided yet when they will shower. A forecast that is one per cent better pays for your whole team.

## What is there

Four years of minute-level measurements, weather from two providers, and a gradient-boosted model that has been hard to beat. It is honest about its mean and overconfident about its tails.

## What you would do

- Give the forecast intervals that hold what they promise.
- Handle the first winter of a new building, when there is no history.
- Explain a bad day to the traders in one page.

## Who you are

You have put a model into production and watched it age. You prefer a baseline that is understood to a network that is not. Remote within the EU; we meet in Leipzig for three days every two months.`,
  },
  {
    title: 'Anlagenmechaniker:in Wärmepumpe',
    department: 'Installation',
    summary:
      'Du baust Wärmepumpen ein, die laufen: sauber geplant, ordentlich verlegt, gut erklärt.',
    location: 'Dresden',
    country: 'DE',
    workplace: 'onsite',
    skills: ['SHK', 'Wärmepumpen', 'Hydraulischer Abgleich', 'Führerschein B'],
    salary: [3600, 4300],
    salaryPeriod: 'month',
    publishedDaysAgo: 2,
    description: `Bei uns fährst du zu zweit, mit einem vollen Wagen und einem Plan, der stimmt. Pro Anlage habt ihr drei Tage, und wenn es vier werden, ist das auch in Ordnung.

## Deine Aufgaben

- Einbau und Inbetriebnahme von Luft- und Sole-Wärmepumpen in Ein- und Mehrfamilienhäusern
- Hydraulischer Abgleich und Einstellung der Heizkurve
- Übergabe an die Bewohner: zeigen, was sie sehen, und sagen, was sie lassen können

## Das bringst du mit

- Ausbildung als Anlagenmechaniker:in SHK oder Kältetechniker:in
- Führerschein Klasse B
- Lust, neue Kolleg:innen anzulernen

## Das bekommst du

Vier-Tage-Woche mit 36 Stunden, 30 Tage Urlaub, Werkzeug und Kleidung, keine Montage über Nacht. Die Prüfung zum Kälteschein bezahlen wir.`,
  },
  {
    title: 'Kundenberater:in Heizungstausch',
    department: 'Sales',
    summary: 'Du rechnest ehrlich vor, was ein Tausch kostet, bringt und braucht.',
    location: 'Leipzig',
    country: 'DE',
    workplace: 'hybrid',
    skills: ['Beratung', 'Energieberatung', 'Deutsch', 'CRM'],
    salary: [46000, 58000],
    publishedDaysAgo: 9,
    description: `Wer bei uns anruft, hat meist drei Angebote auf dem Tisch und versteht keines. Du nimmst dir die Zeit.

## Was du tust

- Gespräche am Telefon und per Video, im Schnitt fünf am Tag
- Wirtschaftlichkeit und Förderung durchrechnen, auch wenn das Ergebnis gegen uns spricht
- Übergabe an die Planung, so vollständig, dass niemand noch einmal anrufen muss

## Was du mitbringst

Erfahrung im Heizungsbau, in der Energieberatung oder in einem anderen Feld, in dem man Kompliziertes einfach sagen muss. Keine Provision auf Abschluss: wir zahlen ein gutes Festgehalt.`,
  },
  {
    title: 'Product manager, grid services',
    department: 'Product',
    summary: 'Turn thousands of small heat pumps into something that a grid operator can rely on.',
    location: 'Berlin',
    country: 'DE',
    workplace: 'hybrid',
    skills: ['Product management', 'Energy markets', 'Stakeholder management', 'SQL'],
    salary: [75000, 95000],
    publishedDaysAgo: 11,
    description: `When the wind drops at six in the evening, a fleet that can wait twenty minutes is worth a power station. Nobody’s living room may get cold for it. You hold both ends.

## Your first questions

- Which promises can we make to a grid operator, and how do we prove that we kept them?
- What does a household get in return, and how do we say it in one sentence?
- Which of the eleven things on the roadmap should be dropped?

## You bring

- Experience with a product in a regulated market; energy is a plus.
- You read a contract and a query plan with the same calm.
- Fluent German and English.`,
  },
  {
    title: 'Site reliability engineer',
    department: 'Engineering',
    summary:
      'Keep a modest number of servers boring, and make the next incident smaller than the last.',
    location: 'Leipzig',
    country: 'DE',
    workplace: 'remote',
    skills: ['Linux', 'Postgres', 'Terraform', 'Observability', 'Go'],
    salary: [76000, 94000],
    publishedDaysAgo: 13,
    description: `We run on eleven machines in two data centres and intend to keep it that way. There is no Kubernetes and there will not be one this year.

## What we need

- Postgres that survives the loss of a machine without a phone call, and a restore that is rehearsed every month.
- Alerts that a person can act on; at the moment a third of them cannot be.
- Deploys that any engineer dares to do on a Friday.

## What we offer

On-call one week in six with extra pay and the following Monday off. Remote in Germany, Austria, the Netherlands or Portugal. A budget for hardware and for two conferences a year.`,
  },
  {
    title: 'Werkstudent:in Frontend',
    department: 'Engineering',
    summary: 'Neben dem Studium an echten Oberflächen arbeiten, die Monteure jeden Tag benutzen.',
    location: 'Leipzig',
    country: 'DE',
    workplace: 'hybrid',
    employmentType: 'internship',
    skills: ['TypeScript', 'React', 'CSS', 'Barrierefreiheit'],
    salary: [16, 19],
    salaryPeriod: 'hour',
    publishedDaysAgo: 5,
    closesInDays: 26,
    description: `Du arbeitest 12 bis 20 Stunden in der Woche an der App, mit der unsere Monteure Anlagen in Betrieb nehmen: mit Handschuhen, im Keller, ohne Netz.

## Was dich erwartet

- Eine feste Ansprechperson, die deinen Code liest und dir sagt, warum
- Eigene kleine Projekte vom Gespräch mit Monteuren bis zur Auslieferung
- Im ersten Monat ein Tag auf der Baustelle

## Was du brauchst

- Du studierst Informatik, Mediengestaltung oder etwas ganz anderes und hast schon etwas gebaut
- TypeScript und React auf dem Stand, dass du eine fremde Komponente verstehst

Prüfungszeiten gehen vor. Werden Abschlussarbeiten daraus, betreuen wir sie.`,
  },
  {
    title: 'Supply chain planner',
    department: 'Operations',
    summary: 'Get 1,900 parts to one assembly line in the right week.',
    location: 'Zwickau',
    country: 'DE',
    workplace: 'onsite',
    skills: ['Supply chain', 'ERP', 'Excel', 'Supplier management'],
    salary: [52000, 64000],
    publishedDaysAgo: 16,
    description: `Our compressors come from one supplier and our fans from three. You know which of them will be late before they do.

## Tasks

- Plan material for two lines, eight weeks ahead.
- Replace four spreadsheets with the ERP system we already pay for.
- Visit the ten most important suppliers once a year, by train where it is possible.

## Profile

Three years in planning or purchasing in a factory. Good German; English for suppliers. You can say no to a production manager and stay friends.`,
  },
  {
    title: 'Customer support specialist, evenings',
    department: 'Support',
    summary: 'Be the calm voice between five and ten, when heating problems happen.',
    location: 'Leipzig',
    country: 'DE',
    workplace: 'remote',
    employmentType: 'part_time',
    skills: ['Customer support', 'German', 'English', 'Troubleshooting'],
    salary: [21, 24],
    salaryPeriod: 'hour',
    publishedDaysAgo: 7,
    description: `Heating fails in the evening. You see the unit’s measurements on your screen and solve two out of three problems while the customer is on the phone.

- Twenty hours a week, Monday to Friday, 17:00 to 22:00, with one evening off of your choice
- Four weeks of paid training, one of them beside an installer
- No scripts and no target for call length

You speak German very well and English well. A technical education is not needed; curiosity about why a machine does what it does is.`,
  },
  {
    title: 'Regulatory affairs manager, refrigerants',
    department: 'Operations',
    summary: 'Guide three product lines through the move to natural refrigerants.',
    location: 'Vienna',
    country: 'AT',
    workplace: 'hybrid',
    skills: ['Regulatory affairs', 'EU law', 'Technical writing', 'German'],
    salary: [68000, 82000],
    publishedDaysAgo: 19,
    closesInDays: 12,
    description: `The rules on fluorinated gases change faster than a factory can. You translate between the two.

## You will

- Read what comes out of Brussels and tell us in two pages what it means for us.
- Own conformity files for three product lines and the relationship with our notified body.
- Represent us in one standards committee.

## You have

A degree in engineering, chemistry or law, and some years with product regulation. You write clear sentences in German and English.`,
  },
  {
    title: 'Finance lead',
    department: 'Finance',
    summary: 'Close the month in five days and explain it in ten minutes.',
    location: 'Leipzig',
    country: 'DE',
    workplace: 'hybrid',
    skills: ['Accounting', 'Controlling', 'HGB', 'SQL'],
    salary: [72000, 88000],
    publishedDaysAgo: 24,
    closesInDays: 5,
    description: `You would lead a team of four and own the numbers that the rest of us decide with.

- Monthly close under HGB, annual accounts with the auditors
- Cash planning for a business that buys in summer and sells in winter
- A plain dashboard that replaces the slide deck

You have closed a year before. You can write a query or want to learn it.`,
  },
  {
    title: 'Head of installation, Saxony',
    department: 'Installation',
    summary:
      'Lead forty installers and the promise that every house is warm on the evening of day three.',
    location: 'Leipzig',
    country: 'DE',
    workplace: 'onsite',
    skills: ['Leadership', 'SHK', 'Planning', 'German'],
    salary: [84000, 102000],
    publishedDaysAgo: 0,
    status: 'draft',
    description: `Draft for the hiring team: salary band to be confirmed.

## The role

You lead forty people in twenty vans. You know the trade from the inside and you like planning as much as building.`,
  },
  {
    title: 'Mobile engineer, installer app',
    department: 'Engineering',
    summary: 'An app that works in a cellar without network.',
    location: 'Leipzig',
    country: 'DE',
    workplace: 'remote',
    skills: ['React Native', 'TypeScript', 'Offline sync'],
    salary: [70000, 88000],
    publishedDaysAgo: 45,
    status: 'closed',
    closedDaysAgo: 27.1,
    description: `This position has been filled. Thank you to the 64 people who applied.`,
  },
]
