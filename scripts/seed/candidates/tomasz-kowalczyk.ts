import type { SeededCandidate } from '../seeded-candidate.ts'

/** He never had his CV reviewed. */
export const tomaszKowalczyk: SeededCandidate = {
  name: 'Tomasz Kowalczyk',
  email: 'tomasz.kowalczyk@mail.example',
  locale: 'de',
  joinedDaysAgo: 9,
  cvs: [
    {
      name: 'Lebenslauf Kowalczyk.pdf',
      daysAgo: 8.1,
      isReviewed: false,
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
  applications: [
    {
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
      job: 'Kundenberater:in Heizungstausch',
      cv: 'Lebenslauf Kowalczyk.pdf',
      daysAgo: 8,
      coverNote: `Guten Tag, nach zwölf Jahren auf der Baustelle würde ich gern den Schritt in die Beratung machen. Was ein Umbau im Haus wirklich bedeutet, kann ich den Leuten ehrlich sagen. Mit Excel und Angeboten müsste ich mich noch einarbeiten.`,
      moves: [
        { to: 'in_review', daysAgo: 6.8 },
        { to: 'rejected', daysAgo: 4.2 },
      ],
    },
  ],
}
