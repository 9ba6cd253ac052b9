import type { SampleCandidate } from '../sample-candidate.ts'

export const annaLenaVogt: SampleCandidate = {
  name: 'Anna-Lena Vogt',
  email: 'anna-lena.vogt@uni.example',
  locale: 'de',
  joinedDaysAgo: 6,
  cvs: [
    {
      name: 'Lebenslauf_Vogt.pdf',
      daysAgo: 4.8,
      text: `Anna-Lena Vogt
Studentin der Informatik, Leipzig
anna-lena.vogt@uni.example · github.com/annalena-example

Profil
Informatikstudentin im 5. Semester mit Freude an Oberflächen, die ohne Anleitung gehen.

Erfahrung
10/2024 – heute Studentische Hilfskraft, Universität Leipzig
• Entwicklung der Übungsplattform in React und TypeScript, 640 Studierende im Semester
• Ladezeit der Startseite von 3,8 auf 1,4 Sekunden verkürzt
• Mitarbeit an Tutorien

06/2023 – 09/2024 Aushilfe, Café Kolonnade, Leipzig
• Kasse, Bestellungen und Dienstplan

Projekte
Fahrplan für Nachtbusse als Web-App mit Svelte, 120 Nutzerinnen und Nutzer im Monat

Ausbildung
seit 2022 BSc Informatik, Universität Leipzig
2022 Abitur, Gymnasium Grimma

Kenntnisse
JavaScript, TypeScript, React, Svelte, CSS, HTML, Git, Python

Sprachen
Deutsch (Muttersprache), Englisch (C1)`,
    },
  ],
}
