import type { SampleCandidate } from '../sample-candidate.ts'

export const samuelAdeyemi: SampleCandidate = {
  name: 'Samuel Adeyemi',
  email: 'samuel.adeyemi@mail.example',
  locale: 'en',
  joinedDaysAgo: 14,
  cvs: [
    {
      name: 'samuel-adeyemi.pdf',
      daysAgo: 12.6,
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
}
