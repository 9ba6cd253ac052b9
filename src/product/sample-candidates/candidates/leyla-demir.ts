import type { SampleCandidate } from '../sample-candidate.ts'

export const leylaDemir: SampleCandidate = {
  name: 'Leyla Demir',
  email: 'leyla.demir@mail.example',
  locale: 'de',
  joinedDaysAgo: 10,
  cvs: [
    {
      name: 'leyla-demir-lebenslauf.pdf',
      daysAgo: 8.9,
      text: `Leyla Demir
Energieberaterin · Leipzig
leyla.demir@mail.example · 0160 5550 2218

Kurzprofil
Energieberaterin (HWK) mit 8 Jahren im Kundenkontakt; im letzten Jahr 190 Haushalte vom
ersten Anruf bis zum Förderbescheid begleitet.

Berufserfahrung
seit 03/2020 Energieberaterin, Stadtwerke Auenland, Leipzig
• Beratung von 190 Haushalten im Jahr, davon 58 % mit Auftrag innerhalb von 6 Wochen
• Einführung einer Checkliste für Vor-Ort-Termine, Nachfragen um 35 % gesenkt
• Förderanträge bei KfW und BAFA vorbereitet, 97 % im ersten Anlauf bewilligt
• 4 neue Kolleginnen und Kollegen eingearbeitet

08/2016 – 02/2020 Kundenberaterin, Wohnbau Pleiße eG, Leipzig
• Betreuung von 1.400 Mietparteien, Reaktionszeit von 5 auf 2 Tage verkürzt
• Abrechnung der Heizkosten für 36 Häuser geprüft, 210 Fehler vor dem Versand korrigiert

Ausbildung
2019 Gebäudeenergieberaterin (HWK), Handwerkskammer zu Leipzig
2013 – 2016 Ausbildung zur Immobilienkauffrau, Leipzig

Kenntnisse
Energieberatung, Kundenberatung, Heizlastberechnung, KfW, BAFA, Salesforce, Excel

Sprachen
Deutsch (Muttersprache), Türkisch (Muttersprache), Englisch (B2)`,
    },
    {
      name: 'leyla-demir-kurz.pdf',
      daysAgo: 6.8,
      text: `Leyla Demir
Energieberaterin · Leipzig
leyla.demir@mail.example · 0160 5550 2218

Berufserfahrung
seit 03/2020 Energieberaterin, Stadtwerke Auenland, Leipzig
08/2016 – 02/2020 Kundenberaterin, Wohnbau Pleiße eG, Leipzig

Sprachen
Deutsch, Türkisch, Englisch`,
    },
  ],
}
