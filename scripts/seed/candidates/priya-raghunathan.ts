import type { SeededCandidate } from '../seeded-candidate.ts'

export const priyaRaghunathan: SeededCandidate = {
  name: 'Priya Raghunathan',
  email: 'priya.raghunathan@mail.example',
  locale: 'en',
  joinedDaysAgo: 12,
  cvs: [
    {
      name: 'priya_raghunathan_resume.pdf',
      daysAgo: 10.3,
      isReviewed: true,
      text: `Priya Raghunathan
Data Scientist · Munich, Germany
priya.raghunathan@mail.example · +49 170 5550 6419 · github.com/priya-r-example

Summary
Data scientist for time series in energy: 6 years of forecasts that power is bought by.

Experience
Data Scientist, Isarstrom Handel, Munich
05/2022 – present
• Reduced the day-ahead error for 90,000 households from 7.8% to 5.1% with boosting.
• Saved about €640k a year in balancing energy, as audited by the trading desk.
• Built the evaluation in Python and dbt; a model is compared on 3 winters in 20 min.
• Moved 12 models to Airflow with alerts; 2 stale forecasts in 2024, after 31 in 2023.

Data Analyst, Kaveri Retail Analytics, Bengaluru
07/2018 – 03/2022
• Forecast demand for 240 shops in Python and SQL; waste of fresh food fell by 16%.
• Automated weekly reports for 8 teams, which saved 30 hours a week.
• Taught a course on statistics to 45 colleagues.

Education
MSc Statistics, Indian Statistical Institute, Kolkata, 2016 – 2018

Skills
Python, SQL, pandas, scikit-learn, PyTorch, dbt, Airflow, PostgreSQL, statistics, Docker

Languages
English (C2), Tamil (native), Hindi (C1), German (B1)`,
    },
  ],
  applications: [
    {
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
      job: 'Product manager, grid services',
      cv: 'priya_raghunathan_resume.pdf',
      daysAgo: 10.1,
      coverNote: `I have worked beside product managers in energy trading for three years and would like to become one. I know the market from the side of the numbers.`,
      moves: [
        { to: 'in_review', daysAgo: 8.2 },
        { to: 'rejected', daysAgo: 6.3, by: 'owner@loam.example' },
      ],
    },
  ],
}
