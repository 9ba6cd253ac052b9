import type { SampleJob } from './sample-job.ts'

/** Alvor Saúde, Porto: nineteen clinics and the telehealth service that joins them. */
export const alvorJobs: SampleJob[] = [
  {
    title: 'Family doctor, Matosinhos clinic',
    department: 'Healthcare',
    summary: 'A list of 1,400 patients, twenty minutes for each of them, and a team around you.',
    location: 'Matosinhos',
    country: 'PT',
    workplace: 'onsite',
    skills: ['General practice', 'Portuguese', 'Chronic care', 'Telemedicine'],
    salary: [74000, 92000],
    publishedDaysAgo: 2,
    description: `You would look after a fixed list of patients, so that the person who opens the door is someone you know.

## A day

- Fourteen appointments of twenty minutes, four of them by video
- One hour for results, letters and calls; it is in the calendar and stays there
- A case discussion with the nurses and the physiotherapist on Wednesdays

## Requirements

- Specialist registration with the Ordem dos Médicos
- Portuguese at C1; we pay for lessons if you are nearly there

No night shifts. One Saturday morning in five.`,
  },
  {
    title: 'Enfermeira ou enfermeiro de cuidados domiciliários',
    department: 'Healthcare',
    summary: 'Cuidar de pessoas em casa, com tempo para conversar e um carro que pega.',
    location: 'Porto',
    country: 'PT',
    workplace: 'onsite',
    skills: ['Enfermagem', 'Cuidados domiciliários', 'Carta de condução', 'Feridas crónicas'],
    salary: [1750, 2150],
    salaryPeriod: 'month',
    publishedDaysAgo: 1,
    description: `Cada pessoa da nossa equipa faz no máximo sete visitas por dia, numa zona que se percorre em vinte minutos.

## O que vais fazer

- Pensos, medicação, ensino a doentes e famílias
- Registo no local, num tablet que funciona sem rede
- Articulação diária com o médico de família

## O que procuramos

- Licenciatura em Enfermagem e cédula da Ordem
- Carta de condução B
- Experiência em feridas crónicas é uma vantagem

## O que oferecemos

Horário de segunda a sexta, 35 horas, carro de serviço e seguro de saúde para a família. Os fins de semana são voluntários e pagos a dobrar.`,
  },
  {
    title: 'Backend engineer, patient records',
    department: 'Engineering',
    summary: 'Own the record that nineteen clinics write to at the same time.',
    location: 'Porto',
    country: 'PT',
    workplace: 'hybrid',
    skills: ['Elixir', 'Postgres', 'HL7 FHIR', 'Security'],
    salary: [48000, 64000],
    publishedDaysAgo: 3,
    description: `A patient record is written by twelve people and read by one who is in a hurry. It has to be complete, ordered and never in the wrong hands.

## What you will work on

- Merging records of people who were registered twice, with an undo that works
- FHIR exports that a hospital can really import
- Access logs that patients themselves can read

## About you

- You know a typed or functional language well; we use Elixir and teach it
- Row-level security, audit trails and migrations on live tables do not frighten you
- You would rather delete a feature than explain it

Six engineers, two on-site days a week in Porto, an office above the clinic with real patients below.`,
  },
  {
    title: 'Frontend engineer, video consultations',
    department: 'Engineering',
    summary: 'Video that works on an old phone, over hospital Wi-Fi, for a person of eighty.',
    location: 'Lisbon',
    country: 'PT',
    workplace: 'remote',
    skills: ['TypeScript', 'React', 'WebRTC', 'Accessibility'],
    salary: [46000, 60000],
    publishedDaysAgo: 5,
    description: `Eight per cent of our video calls begin with a phone call to explain the video call. Bring that to one.

## The job

- The waiting room, the call and the minute after it, on the web, on anything with a camera
- Degrading well: to fewer frames, to sound alone, to a telephone number
- Tests with real devices; there is a drawer of forty

## You

- Three years of front-end work, some of it with media or real-time data
- You use the keyboard and a screen reader to test, not only a checklist

Remote in Portugal or Spain, four meetings a week at most.`,
  },
  {
    title: 'Physiotherapist, part-time',
    department: 'Healthcare',
    summary:
      'Twenty-two hours a week in Braga, with a gym of your own and patients who come back walking.',
    location: 'Braga',
    country: 'PT',
    workplace: 'onsite',
    employmentType: 'part_time',
    skills: ['Physiotherapy', 'Rehabilitation', 'Portuguese'],
    salary: [18, 23],
    salaryPeriod: 'hour',
    publishedDaysAgo: 8,
    description: `Forty-five minutes for a first visit, thirty for the next ones, never two patients at once.

- Post-operative knees and hips, mostly, and backs
- You decide with the surgeon when someone is done
- Mornings or afternoons, fixed for three months at a time

You are a registered physiotherapist and speak Portuguese with patients.`,
  },
  {
    title: 'Clinical data analyst',
    department: 'Data',
    summary: 'Find out which of our treatments work, and tell the doctors kindly.',
    location: 'Porto',
    country: 'PT',
    workplace: 'hybrid',
    skills: ['SQL', 'R', 'Epidemiology', 'Data visualisation', 'Statistics'],
    salary: [38000, 48000],
    publishedDaysAgo: 10,
    description: `We measure outcomes for six chronic conditions and publish them inside the company, by clinic. You make the numbers fair before they are public.

## Tasks

- Adjust for age, severity and the fact that sicker people go to better doctors
- A quarterly report that fits on four pages
- Answer questions from clinics in days, not weeks

## Profile

A degree in statistics, public health or similar. You have had to defend a number in front of people who disliked it.`,
  },
  {
    title: 'Rececionista de clínica',
    department: 'Operations',
    summary: 'És a primeira pessoa que o doente vê e a última de quem se lembra.',
    location: 'Vila Nova de Gaia',
    country: 'PT',
    workplace: 'onsite',
    skills: ['Atendimento ao público', 'Português', 'Inglês', 'Organização'],
    salary: [1050, 1200],
    salaryPeriod: 'month',
    publishedDaysAgo: 6,
    closesInDays: 18,
    description: `Recebes quem chega, atendes quem liga e manténs a agenda honesta.

## Funções

- Acolhimento e registo de doentes
- Marcações por telefone e em linha
- Faturação simples e contacto com seguradoras

## Perfil

- Boa comunicação em português; inglês para falar com turistas no verão
- Calma quando há seis pessoas à espera e o telefone toca

Turnos fixos de manhã ou de tarde, um sábado por mês. Formação paga de três semanas.`,
  },
  {
    title: 'Psychologist, online therapy',
    department: 'Healthcare',
    summary: 'Work from your own room with clients in Portugal and Brazil.',
    location: 'São Paulo',
    country: 'BR',
    workplace: 'remote',
    employmentType: 'contract',
    skills: ['Psychology', 'CBT', 'Portuguese', 'Telemedicine'],
    salary: [32, 40],
    salaryPeriod: 'hour',
    publishedDaysAgo: 12,
    description: `You see between ten and twenty clients a week by video, at hours that you open yourself.

- Supervision in a group of five every second week, paid
- Notes in our record, exports for your own archive
- A clinician on call when a session worries you

You are registered with the Ordem dos Psicólogos or a CRP, and have three years of practice in cognitive behavioural therapy.`,
  },
  {
    title: 'Service designer',
    department: 'Design',
    summary: 'Redraw the path from a worry at night to an appointment in the morning.',
    location: 'Porto',
    country: 'PT',
    workplace: 'hybrid',
    skills: ['Service design', 'User research', 'Workshops', 'Prototyping'],
    salary: [40000, 52000],
    publishedDaysAgo: 14,
    description: `Half of what patients complain about happens between two teams. You work there.

## Examples

- What happens after a test result that is neither good nor bad
- The letter that nobody understands and everybody keeps
- Moving house, from one clinic to another, without starting again

You have worked with people under stress. You prototype with paper, with rooms and with software, in this order.`,
  },
  {
    title: 'IT support technician, clinics',
    department: 'Support',
    summary: 'Keep nineteen front desks, ninety printers and one very old X-ray machine working.',
    location: 'Porto',
    country: 'PT',
    workplace: 'onsite',
    skills: ['Windows', 'Networking', 'Troubleshooting', 'Portuguese'],
    salary: [24000, 30000],
    publishedDaysAgo: 17,
    description: `You spend two days a week on the road and three at the bench in Porto.

- First and second level support for 320 colleagues
- Rollout of new front-desk machines, one clinic a month
- The right to throw away a printer

Two years in support. A driving licence. Patience with people, less with cables.`,
  },
  {
    title: 'Pharmacist, medication review',
    department: 'Healthcare',
    summary: 'Read the medication lists of people who take nine things, and make it six.',
    location: 'Coimbra',
    country: 'PT',
    workplace: 'remote',
    employmentType: 'part_time',
    skills: ['Pharmacy', 'Pharmacology', 'Portuguese', 'Telemedicine'],
    salary: [24, 29],
    salaryPeriod: 'hour',
    publishedDaysAgo: 20,
    description: `Every patient over seventy who takes more than six medicines gets a review once a year. You do it, by video, and propose changes to their doctor.

- About five reviews a day, forty minutes each
- Access to the full record and to the laboratory
- Your proposals are followed in four cases out of five; for the fifth you get an answer`,
  },
  {
    title: 'Operations manager, Algarve',
    department: 'Operations',
    summary: 'Run three clinics whose number of patients triples in August.',
    location: 'Faro',
    country: 'PT',
    workplace: 'onsite',
    skills: ['Operations', 'Leadership', 'Planning', 'English', 'Portuguese'],
    salary: [42000, 54000],
    publishedDaysAgo: 22,
    closesInDays: 8,
    description: `Three clinics, forty-four people, one budget.

## What counts

- Waiting time under fifteen minutes in February and in August
- A rota that is published six weeks ahead and holds
- Colleagues who stay: we lost two last year and know why

You have led a team in a place that is open to the public. Healthcare is not a condition.`,
  },
  {
    title: 'Machine learning engineer, triage',
    department: 'Data',
    summary: 'A model that helps a nurse to order a list, and knows when it should be silent.',
    location: 'Lisbon',
    country: 'PT',
    workplace: 'hybrid',
    skills: ['Python', 'Machine learning', 'NLP', 'Evaluation', 'Privacy'],
    salary: [52000, 70000],
    publishedDaysAgo: 0,
    status: 'draft',
    description: `Draft: waiting for the ethics board before this is published.`,
  },
]
