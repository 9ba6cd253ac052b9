import type { SampleJob } from './sample-job.ts'

/** Pennine Freight, Manchester: rail freight, terminals, and a booking platform. */
export const pennineJobs: SampleJob[] = [
  {
    title: 'Staff engineer, booking platform',
    department: 'Engineering',
    summary: 'Make sending a container by train as simple as sending it by lorry.',
    location: 'Manchester',
    country: 'GB',
    workplace: 'hybrid',
    skills: ['Java', 'Kotlin', 'Postgres', 'System design', 'Mentoring'],
    salary: [88000, 110000],
    publishedDaysAgo: 1,
    description: `A train leaves with or without your container. Our platform sells the last slot twice about once a month, and we would like it to be never.

## What you would lead

- The move from a nightly allocation to one that answers while the customer waits
- A domain model that eleven engineers agree on, in writing
- The careful retirement of a system from 1998 that is never wrong, only slow

## What we hope for

- You have carried a design from a page of text to a quiet year in production.
- You make the people beside you better, and they would say so.
- Kotlin, or a language near it.

Two days a week in Manchester. Four-week sabbatical after four years.`,
  },
  {
    title: 'Frontend engineer, terminal tablets',
    department: 'Engineering',
    summary: 'Big buttons, rain, gloves, and eleven seconds until the crane moves.',
    location: 'Leeds',
    country: 'GB',
    workplace: 'hybrid',
    skills: ['TypeScript', 'React', 'CSS', 'Offline sync', 'Accessibility'],
    salary: [52000, 66000],
    publishedDaysAgo: 2,
    description: `Our users stand in the rain. The tablet is strapped to an arm, and a wrong tap moves twenty-six tonnes to the wrong place.

## You will

- Rebuild the load list so that it can be read at two metres
- Make every action safe to repeat when the network comes back
- Spend a shift a month in the yard; boots are provided

## You have

- Experience with React and TypeScript, and respect for plain CSS
- An opinion on what should happen when two people change the same thing offline`,
  },
  {
    title: 'Train driver, freight',
    department: 'Operations',
    summary: 'Drive 1,600 tonnes through the night, and be home for breakfast.',
    location: 'Doncaster',
    country: 'GB',
    workplace: 'onsite',
    skills: ['Train driving', 'Route knowledge', 'Safety'],
    salary: [58000, 67000],
    publishedDaysAgo: 4,
    description: `You drive intermodal trains between Doncaster, Felixstowe and Glasgow. The roster is agreed with the drivers, six weeks ahead.

- Class 66 and 88; training on the 93 in spring
- A four-day week of 35 hours on average
- Lodging turns are rare and in a real hotel

You hold a European train driving licence. If you do not, look at our trainee programme, which opens in March.`,
  },
  {
    title: 'Data engineer, network planning',
    department: 'Data',
    summary: 'Feed the planners a timetable that agrees with the tracks.',
    location: 'Manchester',
    country: 'GB',
    workplace: 'remote',
    skills: ['Python', 'SQL', 'dbt', 'Airflow', 'Data modelling'],
    salary: [55000, 70000],
    publishedDaysAgo: 5,
    description: `There are five sources for where a train is. None is right, and together they nearly are.

## The work

- One model of a journey, from booking to invoice, that finance and operations both accept
- Data tests that stop a bad load before the planners see it
- Cutting the warehouse bill by a third; we know where it is spent

## The person

You have built pipelines that other people built decisions on. You document as you go. Remote in the UK or Ireland.`,
  },
  {
    title: 'Account executive, retail customers',
    department: 'Sales',
    summary: 'Win supermarkets over to the railway, one lane at a time.',
    location: 'London',
    country: 'GB',
    workplace: 'hybrid',
    skills: ['B2B sales', 'Negotiation', 'Logistics', 'CRM'],
    salary: [50000, 75000],
    publishedDaysAgo: 7,
    description: `Our customers do not buy trains, they buy Tuesday at four. You sell that.

- About twenty accounts, each worth understanding in depth
- Deals that take six months and last for years
- A fixed salary with a share of what stays after the first year, not of what was signed

You know logistics or large retail from the inside, and you can read a cost model.`,
  },
  {
    title: 'Crane operator, night shift',
    department: 'Operations',
    summary: 'Four nights on, four nights off, in the newest terminal in the north.',
    location: 'Wakefield',
    country: 'GB',
    workplace: 'onsite',
    skills: ['Crane operation', 'Safety', 'Teamwork'],
    salary: [19, 23],
    salaryPeriod: 'hour',
    publishedDaysAgo: 3,
    closesInDays: 20,
    description: `You move containers between train and lorry with a rail-mounted gantry crane.

## Shifts

22:00 to 06:00, four on and four off. Night supplement is included in the rate above.

## You need

- A CPCS or equivalent ticket for gantry cranes, or a reach-stacker ticket and the wish to learn
- Good eyesight and steady attention
- A way to get to Wakefield at night; we have a minibus from Leeds`,
  },
  {
    title: 'Product manager, customs',
    department: 'Product',
    summary: 'Make a border disappear for people who send things across it every day.',
    location: 'Dublin',
    country: 'IE',
    workplace: 'hybrid',
    skills: ['Product management', 'Customs', 'API design', 'User research'],
    salary: [72000, 90000],
    salaryCurrency: 'EUR',
    publishedDaysAgo: 9,
    description: `Since 2021 a container from Manchester to Dublin needs seven documents. Our customers should see one.

## You will

- Sit with freight forwarders until you can do their job badly
- Decide what to automate, what to explain and what to leave to a broker
- Own the public API for declarations

## You bring

Product experience with something that had rules you could not change. Customs knowledge is welcome and can be learned.`,
  },
  {
    title: 'Technical writer, public API',
    department: 'Product',
    summary: 'Write the documentation that makes a support ticket unnecessary.',
    location: 'Edinburgh',
    country: 'GB',
    workplace: 'remote',
    employmentType: 'contract',
    skills: ['Technical writing', 'API design', 'Markdown', 'TypeScript'],
    salary: [45, 55],
    salaryPeriod: 'hour',
    publishedDaysAgo: 11,
    description: `A six-month contract, about three days a week.

- Rewrite the guide to our booking API: 40 endpoints, of which customers need nine
- Examples that are run in CI, so that they stay true
- A style guide of two pages that engineers will follow

Show us something you wrote that people used.`,
  },
  {
    title: 'Customer operations associate',
    department: 'Support',
    summary: 'When a train is late, you tell the customer before they ask.',
    location: 'Manchester',
    country: 'GB',
    workplace: 'hybrid',
    skills: ['Customer support', 'Logistics', 'Problem solving', 'English'],
    salary: [28000, 33000],
    publishedDaysAgo: 6,
    description: `You watch over about sixty trains a day together with three colleagues.

- Spot trouble early: weather, a missed path, a wagon with a hot axle
- Call the customer with a plan, not with an apology
- Write down what happened so that it happens less

Shifts between 06:00 and 22:00, planned four weeks ahead. Full training on the railway; you bring clear English and a cool head.`,
  },
  {
    title: 'UX researcher',
    department: 'Design',
    summary: 'Find out what dispatchers really do between 4 and 5 in the morning.',
    location: 'Manchester',
    country: 'GB',
    workplace: 'hybrid',
    skills: ['User research', 'Interviewing', 'Ethnography', 'Workshops'],
    salary: [48000, 60000],
    publishedDaysAgo: 15,
    description: `Our best knowledge of users is from people who used to be users. That was twenty years ago.

## First projects

- A week of night shifts with dispatchers, and a report that everyone reads
- A panel of thirty lorry drivers, who answer by voice message
- Teaching engineers to run their own interviews

You are as good at listening as at leaving things out.`,
  },
  {
    title: 'Wagon maintenance technician',
    department: 'Operations',
    summary: 'Keep 640 wagons rolling, and decide which of them should stop.',
    location: 'Crewe',
    country: 'GB',
    workplace: 'onsite',
    skills: ['Mechanical maintenance', 'Welding', 'Safety', 'Measuring'],
    salary: [38000, 46000],
    publishedDaysAgo: 18,
    description: `Inspection, brakes, wheelsets, bearings. You work in a covered shed with a pit, heating and decent light.

- Days only, Monday to Friday
- Apprenticeship in mechanics or rolling stock; we train you on freight wagons
- Tool allowance and a paid welding certificate`,
  },
  {
    title: 'Security engineer',
    department: 'Engineering',
    summary: 'Protect terminals where software moves steel.',
    location: 'Manchester',
    country: 'GB',
    workplace: 'remote',
    skills: ['Security', 'Linux', 'Threat modelling', 'Networking', 'Go'],
    salary: [70000, 88000],
    publishedDaysAgo: 8,
    description: `An attacker in our ticket system is a nuisance. An attacker in the crane network is another matter. You will keep the two apart and prove it.

## Year one

- A threat model of one terminal, with the people who run it
- Hardware keys for everyone, and the end of passwords on paper
- An exercise that we are allowed to fail

## You

- Know how attacks work and can explain one to a crane operator
- Prefer removing a thing to guarding it`,
  },
  {
    title: 'Graduate programme: operations research',
    department: 'Data',
    summary: 'Two years, three teams, one hard question: which container goes on which wagon?',
    location: 'Manchester',
    country: 'GB',
    workplace: 'hybrid',
    employmentType: 'internship',
    skills: ['Python', 'Optimisation', 'Mathematics', 'Statistics'],
    salary: [34000, 36000],
    publishedDaysAgo: 21,
    closesInDays: 30,
    description: `You rotate through planning, terminals and data, eight months each, with a mentor who stays the same.

- A degree in mathematics, operations research, computer science or physics by the start date
- Some programming; Python is enough
- You like a problem more when the data is dirty

Starts on 1 September. We decide within three weeks of your application.`,
  },
  {
    title: 'People partner',
    department: 'People',
    summary: 'The person that managers call before the difficult conversation.',
    location: 'Leeds',
    country: 'GB',
    workplace: 'hybrid',
    employmentType: 'part_time',
    skills: ['HR', 'Employment law', 'Coaching', 'Mediation'],
    salary: [40000, 48000],
    publishedDaysAgo: 26,
    closesInDays: 4,
    description: `Three or four days a week, for 210 people in two terminals.

You know employment law well enough to be relaxed about it. You have sat in a mess room at five in the morning, or would like to.`,
  },
  {
    title: 'Depot manager, Felixstowe',
    department: 'Operations',
    summary: 'Lead the depot at the busiest container port of the country.',
    location: 'Felixstowe',
    country: 'GB',
    workplace: 'onsite',
    skills: ['Leadership', 'Operations', 'Safety'],
    salary: [62000, 74000],
    publishedDaysAgo: 52,
    status: 'closed',
    closedDaysAgo: 20.4,
    description: `This position has been filled from within the team.`,
  },
]
