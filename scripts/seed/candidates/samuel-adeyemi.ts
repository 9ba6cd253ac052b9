import type { SeededCandidate } from '../seeded-candidate.ts'

export const samuelAdeyemi: SeededCandidate = {
  name: 'Samuel Adeyemi',
  email: 'samuel.adeyemi@mail.example',
  locale: 'en',
  joinedDaysAgo: 14,
  cvs: [
    {
      name: 'samuel-adeyemi.pdf',
      daysAgo: 12.6,
      isReviewed: true,
      text: `Samuel Adeyemi
Senior Backend Engineer · Leipzig, Germany
samuel.adeyemi@mail.example · +49 176 5550 1423 · github.com/samuel-adeyemi-example

Summary
Backend engineer with 9 years of TypeScript and PostgreSQL in systems that may not stop:
metering, payments, and a night bus network of 140 vehicles.

Experience
Senior Backend Engineer, Pleisse Energie, Leipzig
02/2021 – present
• Moved the meter pipeline from nightly batches to streams; 1.1M readings arrive in 40 s.
• Cut the PostgreSQL bill by 34% by partitioning 2 tables and dropping 19 unused indexes.
• Found the race that billed 412 customers twice, and wrote the missing test.
• Introduced OpenTelemetry in 11 services; the median incident went from 74 to 22 minutes.
• Mentored 3 junior engineers, one of whom now leads the on-call rota.

Backend Engineer, Nachtlinie Verkehr, Berlin
06/2017 – 01/2021
• Built the vehicle gateway in Node.js and MQTT for 140 buses, with 99.95% uptime.
• Automated deployments with Docker and Terraform, from one a fortnight to 5 a day.
• Replaced a polling API by events; the load on the database fell by 60%.

Education
BSc Computer Science, University of Lagos, 2012 – 2016

Skills
TypeScript, Node.js, PostgreSQL, MQTT, Kafka, Redis, Docker, Kubernetes, Terraform, Grafana

Languages
English (native), Yoruba (native), German (B2)`,
    },
  ],
  applications: [
    {
      job: 'Senior TypeScript engineer, fleet platform',
      cv: 'samuel-adeyemi.pdf',
      daysAgo: 0.4,
      coverNote: `You ask for somebody who has found a race condition by thinking rather than by luck. Mine billed 412 people twice, and I found it on a train without a laptop, which I still consider the best debugging session of my life.

I applied for the reliability role last week. If you would rather see me here, so would I: the message pipeline is closer to what I do every day. I live in Leipzig, two tram stops from your office.`,
      moves: [],
    },
    {
      job: 'Site reliability engineer',
      cv: 'samuel-adeyemi.pdf',
      daysAgo: 11.8,
      coverNote: `I have carried a pager for six years and would like to go on doing so for something that keeps people warm. Happy to talk about how we got from 74 minutes an incident to 22; most of it was deleting alerts.`,
      moves: [{ to: 'in_review', daysAgo: 9.7 }],
    },
  ],
}
