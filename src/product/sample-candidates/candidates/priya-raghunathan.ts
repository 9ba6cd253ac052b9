import type { SampleCandidate } from '../sample-candidate.ts'

export const priyaRaghunathan: SampleCandidate = {
  name: 'Priya Raghunathan',
  email: 'priya.raghunathan@mail.example',
  locale: 'en',
  joinedDaysAgo: 12,
  cvs: [
    {
      name: 'priya_raghunathan_resume.pdf',
      daysAgo: 10.3,
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
}
