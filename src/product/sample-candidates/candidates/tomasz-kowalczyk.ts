import type { SampleCandidate } from '../sample-candidate.ts'

/** He never had his CV reviewed. */
export const tomaszKowalczyk: SampleCandidate = {
  name: 'Tomasz Kowalczyk',
  email: 'tomasz.kowalczyk@mail.example',
  locale: 'de',
  joinedDaysAgo: 9,
  cvs: [
    {
      name: 'Lebenslauf Kowalczyk.pdf',
      daysAgo: 8.1,
      text: `Tomasz Kowalczyk
Anlagenmechaniker SHK · Halle (Saale)
tomasz.kowalczyk@mail.example · 0157 5550 3312

Berufserfahrung
seit 05/2018 Anlagenmechaniker, Saaletal Haustechnik GmbH, Halle
• Einbau von rund 60 Wärmepumpen im Bestand, davon 25 als Obermonteur
• Hydraulischer Abgleich und Inbetriebnahme, Übergabe an die Kunden
• 2 Auszubildende durch die Gesellenprüfung gebracht

09/2012 – 04/2018 Anlagenmechaniker, Heizung Brandt, Merseburg
• Wartung von Gas- und Ölheizungen in 300 Haushalten
• Bereitschaftsdienst im Winter, jede vierte Woche

Ausbildung
2009 – 2012 Ausbildung zum Anlagenmechaniker SHK, Handwerkskammer Halle
2019 Kälteschein Kategorie I

Kenntnisse
Wärmepumpen, Hydraulischer Abgleich, Kältetechnik, Elektrofachkraft (festgelegt)

Sprachen
Polnisch (Muttersprache), Deutsch (C1)

Führerschein B, BE`,
    },
  ],
}
