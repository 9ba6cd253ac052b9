import { capitalised, listed } from 'local-cloud/model/words.ts'
import type { ContactPart, Missing } from './findings.ts'
import type { Topic } from './topics.ts'
import type { GapWording } from './wording.ts'

const and = 'und'

/** Amounts that a line about this topic could give. */
const countable: Record<Topic, string> = {
  care: 'Patienten pro Schicht, Betten der Station, vermiedene Stürze oder gesparte Zeit bei der Übergabe',
  teaching: 'die Zahl der Lernenden, Erfolgsquoten vorher und nachher oder Stunden pro Woche',
  speed: 'die Dauer vorher und nachher, Releases pro Woche oder gesparte Stunden Handarbeit',
  cost: 'das Budget, die Ersparnis oder die Zahl der Lieferanten oder Rechnungen',
  revenue: 'Umsatz, Abschlüsse, erreichte Quote oder Abschlussrate vorher und nachher',
  people: 'wie viele Personen, in welcher Zeit und wie bald sie selbstständig waren',
  customers: 'betreute Kunden, Antwortzeiten oder Bewertungen vorher und nachher',
  quality: 'Fehler oder Störungen vorher und nachher, Testabdeckung oder Befunde im Audit',
  reach: 'Leser, Besucher, Anmeldungen oder Kosten pro Kontakt vorher und nachher',
  software: 'Nutzer, Anfragen pro Tag, Ladezeit oder gesparte Stunden',
  operations:
    'Menge pro Tag, Bestandsgenauigkeit, Durchlaufzeit oder Anteil pünktlicher Lieferungen',
  craft: 'Stückzahl pro Woche, Ausschuss, Nacharbeit oder pünktlich fertige Aufträge',
  general: 'wie viel, wie oft, wie viel schneller oder was es gespart hat',
}

/** Changes to ask for when the line gives a size already. */
const change: Record<Topic, string> = {
  care: 'vermiedene Stürze, Wartezeiten oder gesparte Zeit bei der Übergabe',
  teaching: 'Erfolgsquoten oder Noten vorher und nachher',
  speed: 'die Dauer vorher und nachher',
  cost: 'was gespart wurde',
  revenue: 'das Wachstum gegenüber dem Vorjahr',
  people: 'wie viele geblieben sind oder wie bald sie selbstständig waren',
  customers: 'Antwortzeiten, Reklamationen oder Bewertungen vorher und nachher',
  quality: 'Fehler oder Störungen vorher und nachher',
  reach: 'Besucher, Anmeldungen oder Kosten pro Kontakt vorher und nachher',
  software: 'Ladezeit, Ausfälle oder Supportanfragen vorher und nachher',
  operations: 'Durchlaufzeit, Fehler oder Pünktlichkeit vorher und nachher',
  craft: 'Ausschuss, Nacharbeit oder Zeit pro Stück vorher und nachher',
  general: 'was danach schneller, günstiger oder besser war',
}

export const sectionDe: Record<Missing, string> = {
  contact: 'Kontaktdaten',
  summary: 'Kurzprofil',
  experience: 'Berufserfahrung',
  education: 'Ausbildung',
  skills: 'Kenntnisse',
  languages: 'Sprachen',
}

const howToAdd: Record<Missing, string> = {
  contact: 'Setz E-Mail und Telefon in eine Zeile unter deinen Namen.',
  summary: 'Beginne mit zwei, drei Zeilen: was du machst, für wen und dein bestes Ergebnis.',
  experience: 'Auch Praktika, Nebenjobs und Ehrenämter zählen, mit Zeitraum.',
  education: 'Nenne Abschluss, Schule und Jahre in je einer Zeile.',
  skills: 'Liste sechs bis zehn Werkzeuge und Methoden auf, in den Worten deiner Wunschstellen.',
  languages: 'Nenne zu jeder Sprache das Niveau, von A1 bis Muttersprache.',
}

const contactPart: Record<ContactPart, string> = {
  email: 'eine E-Mail-Adresse',
  phone: 'eine Telefonnummer',
  link: 'ein Link zu Profil oder Arbeitsproben',
}

export const gapsDe: GapWording = {
  addressesReviewer: () => [
    {
      title: 'Eine Zeile spricht den Prüfer an',
      detail:
        'Sie will vorschreiben, wie der Lebenslauf zu beurteilen ist. Auf die Punkte hatte das keinen Einfluss.',
      advice: 'Lösche sie. Wer sie findet, auch als unsichtbaren Text, traut dem Rest weniger.',
    },
  ],
  empty: () => [
    {
      title: 'Es gibt keinen Text zu beurteilen',
      detail: 'Die Datei enthält keinen lesbaren Text. Vielleicht ist sie ein Scan oder ein Bild.',
      advice:
        'Exportiere den Lebenslauf aus deinem Textprogramm als PDF oder DOCX, sodass sich der Text markieren lässt, und lade ihn noch einmal hoch.',
    },
  ],
  notACv: ({ start }) => [
    {
      title: 'Das liest sich nicht wie ein Lebenslauf',
      detail: `Der Text beginnt mit „${start}“ und nennt keinen Arbeitgeber, keinen Zeitraum und keine Tätigkeit.`,
      advice:
        'Prüfe, ob es die richtige Datei ist. Nötig sind mindestens deine Tätigkeit, Arbeitgeber mit Daten und wie man dich erreicht.',
    },
  ],
  tooShort: ({ words }) => [
    {
      title: `In ${words} Wörtern bleibt vieles ungesagt`,
      detail: 'Gute Lebensläufe haben meist 250 bis 700. Beurteilen lässt sich nur, was dasteht.',
      advice:
        'Schreib zu jeder Station drei bis fünf Zeilen: was du getan hast, womit und was dabei herauskam.',
    },
  ],
  tooLong: ({ words }) => [
    {
      title: `${words} Wörter sind zu viel`,
      detail:
        'Die stärksten Zeilen gehen unter. Gelesen wird die erste Seite, der Rest wird überflogen.',
      advice:
        'Gib den letzten fünf Jahren zwei Drittel des Platzes und kürze Stationen, die älter als zehn Jahre sind, auf eine Zeile.',
    },
  ],
  noExperience: () => [
    {
      title: 'Keine Berufserfahrung zu finden',
      detail: 'Es gibt keine Stelle, kein Praktikum und kein Projekt mit Datum.',
      advice:
        'Ergänze Praktika, Nebenjobs, Projekte oder Ehrenämter mit Zeitraum, Ort und dem, was du dort getan hast.',
    },
  ],
  noResult: ({ topic }) => [
    {
      title: 'Eine Aufgabe ohne Ergebnis',
      detail: 'Die Zeile sagt, was getan wurde, aber nicht, was es verändert hat.',
      advice: `Ergänze eine Zahl, zum Beispiel ${countable[topic]}. Eine ehrliche Schätzung („rund 20“) genügt.`,
    },
    {
      title: 'Was kam dabei heraus?',
      detail: 'Man erfährt, was du gemacht hast, und muss die Wirkung erraten.',
      advice: `Beende die Zeile mit dem Ergebnis. Hier könntest du angeben: ${countable[topic]}.`,
    },
    {
      title: 'Eine Tätigkeit, noch keine Wirkung',
      detail: 'So könnte die Zeile bei allen stehen, die diesen Beruf haben.',
      advice: `Mach sie mit einer Zahl zu deiner: ${countable[topic]}.`,
    },
  ],
  onlySize: ({ figure, topic }) => [
    {
      title: `„${figure}“ ist eine Größe, noch keine Wirkung`,
      detail: 'Die Zeile zeigt, wie viel es war, aber nicht, was durch dich besser wurde.',
      advice: `Ergänze, was sich verändert hat, zum Beispiel ${change[topic]}.`,
    },
  ],
  flatSummary: () => [
    {
      title: 'Das Kurzprofil nennt kein Ergebnis',
      detail:
        'Es wird zuerst gelesen und sagt, was du bist, aber noch nicht, was du erreicht hast.',
      advice: 'Hol deine beste Zahl hier nach oben, in einem halben Satz.',
    },
  ],
  passive: ({ phrase }) => [
    {
      title: `„${phrase}“ versteckt deinen Anteil`,
      detail: 'Das klingt nach Stellenbeschreibung und nicht nach dem, was du getan hast.',
      advice:
        'Beginne mit dem, was du selbst getan hast (aufgebaut, geplant, entschieden, geschult), und ende mit dem Ergebnis.',
    },
    {
      title: `Ersetze „${phrase}“`,
      detail: 'Es bleibt offen, ob du entschieden, mitgearbeitet oder zugesehen hast.',
      advice: 'Frag dich, was ohne dich gefehlt hätte, und beginne die Zeile damit.',
    },
  ],
  cliche: ({ phrase }) => [
    {
      title: `„${phrase}“ sagt wenig`,
      detail: 'Das steht in jedem zweiten Lebenslauf und lässt sich nicht prüfen.',
      advice: 'Streich es, oder setz ein Beispiel an seine Stelle, das es zeigt.',
    },
  ],
  vague: ({ word }) => [
    {
      title: `„${word}“ lässt raten`,
      detail: 'Ungefähre Mengen klingen kleiner, als sie waren.',
      advice: `Schreib statt „${word}“ die Zahl, oder nenne zwei Beispiele.`,
    },
  ],
  timelineGap: ({ from, to, months }) => [
    {
      title:
        months === null ? `Nichts zwischen ${from} und ${to}` : `${months} Monate ohne Eintrag`,
      detail: `${months === null ? 'Der Lebenslauf sagt nicht' : `Zwischen ${from} und ${to} bleibt offen`}, was du vor dieser Station gemacht hast. Das lädt zum Raten ein.`,
      advice:
        'Eine ehrliche Zeile genügt: Elternzeit, Weiterbildung, Reise, ein Projekt, Stellensuche.',
    },
  ],
  undated: () => [
    {
      title: 'Eine Station ohne Datum',
      detail: 'Ohne Zeitraum weiß man nicht, wie lange sie her ist und wie lange sie gedauert hat.',
      advice: 'Ergänze Monat und Jahr für Beginn und Ende, im gleichen Format wie bei den anderen.',
    },
  ],
  impossibleDates: ({ dates }) => [
    {
      title: 'Daten, die nicht stimmen können',
      detail: `„${dates}“ endet vor dem Beginn oder liegt in der Zukunft.`,
      advice: 'Korrigiere den Zeitraum. Daten werden als Erstes mit Zeugnissen verglichen.',
    },
  ],
  shortStints: ({ count }) => [
    {
      title: `${count} Stationen unter zehn Monaten`,
      detail:
        'Hintereinander gelesen werfen sie eine Frage auf, die der Lebenslauf nicht beantwortet.',
      advice:
        'Kennzeichne Befristungen und Projekte, oder fasse sie unter einer Überschrift zusammen.',
    },
  ],
  missingSections: ({ missing }) => [
    {
      title: `Es ${missing.length === 1 && missing[0] !== 'contact' && missing[0] !== 'skills' && missing[0] !== 'languages' ? 'fehlt' : 'fehlen'}: ${listed(
        missing.map((kind) => sectionDe[kind]),
        and,
      )}`,
      detail: 'Unter den üblichen Überschriften wird zuerst gesucht, auch von Suchprogrammen.',
      advice: missing
        .slice(0, 2)
        .map((kind) => howToAdd[kind])
        .join(' '),
    },
  ],
  contact: ({ missing }) => [
    {
      title: 'Die Kontaktdaten sind unvollständig',
      detail: `Im Lebenslauf ${missing.length === 1 ? 'fehlt' : 'fehlen'} ${listed(
        missing.map((part) => contactPart[part]),
        and,
      )}.`,
      advice: 'Eine Zeile unter deinem Namen genügt, als Text und nicht als Bild.',
    },
  ],
  unshownSkills: ({ skills }) => [
    {
      title: `Genannt, aber nie gezeigt: ${skills.slice(0, 3).join(', ')}`,
      detail: `${capitalised(listed(skills, and))} stehen in der Liste, aber in keiner Zeile über deine Arbeit.`,
      advice: `Nenne ${skills[0] ?? 'die Kenntnis'} dort, wo du damit gearbeitet hast, und streich, wonach du nicht gefragt werden willst.`,
    },
  ],
  fewSkills: ({ count }) => [
    {
      title:
        count === 0
          ? 'Keine konkreten Kenntnisse genannt'
          : `Nur ${count} konkrete ${count === 1 ? 'Kenntnis' : 'Kenntnisse'}`,
      detail: 'Gesucht wird nach Begriffen: Werkzeuge, Methoden, Zertifikate, Programme.',
      advice:
        'Ergänze die sechs bis zehn, die du in den letzten zwei Jahren wirklich gebraucht hast, in den Worten deiner Wunschstellen.',
    },
  ],
  longLine: ({ words }) => [
    {
      title: `Eine Zeile mit ${words} Wörtern`,
      detail: 'Darin stecken mehrere Gedanken, und keiner bleibt hängen.',
      advice: 'Teile sie: eine Zeile, ein Ergebnis, höchstens 25 Wörter.',
    },
  ],
  noBullets: () => [
    {
      title: 'Absätze statt Stichpunkte',
      detail: 'Im Fließtext sieht man nicht, wo ein Ergebnis endet und das nächste beginnt.',
      advice:
        'Mach aus jeder Leistung einen Stichpunkt von ein, zwei Zeilen, den stärksten zuerst.',
    },
  ],
  misspelling: ({ wrong, right }) => [
    {
      title: `Schreibfehler: „${wrong}“`,
      detail: `Richtig ist „${right}“. So etwas fällt vor dem Inhalt auf.`,
      advice: 'Korrigiere es und lass jemand anderen den ganzen Lebenslauf einmal lesen.',
    },
  ],
  personal: ({ detail }) => [
    {
      title: 'Privates, das niemand braucht',
      detail: `„${detail}“ darf bei der Auswahl keine Rolle spielen.`,
      advice: 'Lass es weg und nutze die Zeile für ein Ergebnis.',
    },
  ],
  noWorkLink: ({ field }) => [
    {
      title: 'Kein Link zu deiner Arbeit',
      detail: `In ${field === 'design' ? 'der Gestaltung' : 'der Softwareentwicklung'} möchte man sich selbst ein Bild machen.`,
      advice:
        field === 'design'
          ? 'Verlinke ein Portfolio mit zwei, drei Projekten.'
          : 'Verlinke ein Repository, einen Vortrag, ein Paket oder ein laufendes Produkt.',
    },
  ],
}
