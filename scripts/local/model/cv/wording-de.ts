import { capitalised, listed } from '../words.ts'
import type { ReviewFacts, ReviewWording } from './wording.ts'

const and = 'und'
const comma = (count: number) => String(count).replace('.', ',')
const years = (count: number) => (count === 1 ? '1 Jahr' : `${comma(count)} Jahre`)
const withYears = (count: number) => (count === 1 ? '1 Jahr' : `${comma(count)} Jahren`)

const countable: ReviewWording['countable'] = {
  care: 'Patienten pro Schicht, Betten der Station, vermiedene Stürze, gesparte Zeit bei der Übergabe',
  teaching: 'Zahl der Lernenden, Erfolgsquote vorher und nachher, Stunden pro Woche',
  speed:
    'die Dauer vorher und nachher, Auslieferungen pro Woche, weggefallene Handarbeit in Stunden',
  cost: 'das Budget, die Ersparnis in Euro oder Prozent, die Zahl der Lieferanten oder Rechnungen',
  revenue: 'Umsatz, Abschlüsse, erreichte Quote, Abschlussrate vorher und nachher',
  people: 'die Größe des Teams, eingestellte oder geschulte Personen, die Dauer der Einarbeitung',
  customers: 'betreute Kunden, Antwortzeiten, Reklamationen oder Bewertungen vorher und nachher',
  quality: 'Fehler oder Störungen vorher und nachher, Testabdeckung, Befunde im letzten Audit',
  reach: 'Leser, Besucher, Anmeldungen oder Kosten pro Kontakt vorher und nachher',
  software: 'Nutzer, Anfragen pro Tag, Ladezeit, Auslieferungen, gesparte Stunden',
  operations: 'Menge pro Tag, Bestandsgenauigkeit, Durchlaufzeit, Anteil pünktlicher Lieferungen',
  general: 'wie viele, wie oft, wie viel schneller oder was es gespart hat',
}

/** What loses most, named so that it does not deny that nearly every line carries a result. */
const lost = ({ worst, shortfall }: ReviewFacts) =>
  shortfall
    ? { lines: 'Zahl der Ergebnisse', changes: 'Veränderung statt Größe' }[shortfall.of]
    : wordingDe.part[worst]

function because({ shortfall }: ReviewFacts) {
  if (!shortfall) return ''
  const { of, count } = shortfall
  if (of === 'lines')
    return count === 1
      ? ', weil es nur eine solche Zeile gibt'
      : `, weil es nur ${count} solche Zeilen gibt`
  return count === 1
    ? ', weil eine dieser Zeilen eine Größe nennt und keine Veränderung'
    : `, weil ${count} dieser Zeilen eine Größe nennen und keine Veränderung`
}

export const wordingDe: ReviewWording = {
  and,
  countable,
  section: {
    contact: 'Kontaktdaten',
    summary: 'Kurzprofil',
    experience: 'Berufserfahrung',
    education: 'Ausbildung',
    skills: 'Kenntnisse',
    languages: 'Sprachen',
  },
  contactPart: {
    email: 'eine E-Mail-Adresse',
    phone: 'eine Telefonnummer',
    link: 'ein Link zu Profil oder Arbeitsproben',
  },
  part: {
    results: 'messbare Ergebnisse',
    action: 'aktive Sprache',
    experience: 'Erfahrung und Daten',
    skills: 'Kenntnisse',
    structure: 'Aufbau',
    clarity: 'Klarheit',
  },
  strength: {
    measured: ({ figure, effect }) =>
      effect === 'up'
        ? [
            {
              title: `Wachstum, das du belegst: ${figure}`,
              detail: `Die Zeile sagt, was gewachsen ist und um wie viel. Zu „${figure}“ kann man dich fragen, und du hast etwas zu erzählen.`,
            },
            {
              title: `„${figure}“ überzeugt`,
              detail:
                'Wirkung und Größe stehen in einer Zeile. Das bleibt auch beim schnellen Lesen hängen.',
            },
            {
              title: `Mehr, und du sagst, wie viel: ${figure}`,
              detail: 'Wachstum behaupten viele. Die Zahl macht es glaubwürdig.',
            },
          ]
        : effect === 'down'
          ? [
              {
                title: `Du zeigst, was kleiner wurde: ${figure}`,
                detail: `Eine Ersparnis mit Zahl („${figure}“) zeigt, dass du vorher und nachher gemessen hast. Das tun wenige.`,
              },
              {
                title: `Eine messbare Verbesserung: ${figure}`,
                detail: 'Problem und Wirkung sind zu sehen, ohne dass jemand nachfragen muss.',
              },
              {
                title: `Weniger von dem, was stört: ${figure}`,
                detail: `„${figure}“ lässt sich im Gespräch in einem Satz erzählen und beim früheren Arbeitgeber prüfen.`,
              },
            ]
          : [
              {
                title: `Die Größenordnung ist klar: ${figure}`,
                detail: `„${figure}“ sagt, wie groß die Aufgabe war. So lässt sie sich mit der neuen Stelle vergleichen.`,
              },
              {
                title: `Verantwortung in Zahlen: ${figure}`,
                detail:
                  'Eine Größe statt eines Adjektivs. Sie ordnet dich besser ein als jeder Titel.',
              },
              {
                title: `Du kennst deine Zahlen: ${figure}`,
                detail: 'Wer die Arbeit zählt, versteht sie meist auch. Das merkt man beim Lesen.',
              },
            ],
    leadership: ({ figure, verb }) => [
      {
        title: figure ? `Du hast geführt und sagst, wen: ${figure}` : 'Du hast Menschen geführt',
        detail: `„${verb}“ stellt dich vor das Ergebnis und nicht daneben.${figure ? ' Die Zahl macht es glaubwürdig.' : ''}`,
      },
    ],
    progression: ({ from, to }) => [
      {
        title: 'Ein Weg nach oben',
        detail: `Von „${from}“ zu „${to}“: Die Titel zeigen wachsendes Vertrauen, die Daten zeigen, wie lange es gedauert hat.`,
      },
    ],
    depth: ({ years: count, skills }) => [
      {
        title: `${years(count)} belegte Erfahrung`,
        detail:
          skills.length > 0
            ? `Dein Weg lässt sich ab dieser Station verfolgen, und ${listed(skills, and)} kommen in der Arbeit selbst vor.`
            : 'Dein Weg lässt sich von dieser Station bis heute verfolgen.',
      },
    ],
    skillsInWork: ({ skills, total }) => [
      {
        title: 'Kenntnisse im Einsatz',
        detail: `${capitalised(listed(skills, and))} stehen in dem, was du getan hast, und nicht nur in einer Liste. Insgesamt sind ${total} Kenntnisse so belegt.`,
      },
      {
        title: `${skills[0] ?? 'Kenntnisse'} in der Praxis`,
        detail: `Die Zeile sagt, wofür du ${listed(skills, and)} gebraucht hast. Das zählt mehr als dieselben Wörter in einer Liste (${total} Kenntnisse sind so belegt).`,
      },
    ],
    summary: ({ skills }) => [
      {
        title: 'Ein Einstieg mit Inhalt',
        detail: `Er nennt ${listed(skills, and)} statt Charakterzüge. So weiß man sofort, wo du hinpasst.`,
      },
    ],
    languages: () => [
      {
        title: 'Sprachen mit Niveau',
        detail: 'Ein Niveau sagt mehr als „gut“: Man weiß, in welcher Sprache du arbeiten kannst.',
      },
    ],
    certificate: () => [
      {
        title: 'Ein Nachweis, der sich prüfen lässt',
        detail: 'Ein benannter Abschluss von außen braucht keine Erklärung.',
      },
    ],
    project: ({ skills }) => [
      {
        title: 'Ein eigenes Projekt',
        detail:
          skills.length > 0
            ? `Es zeigt ${listed(skills, and)}, ohne dass ein Arbeitgeber danach gefragt hat.`
            : 'Man kann es ansehen, und das ist besser als jede Beschreibung.',
      },
    ],
    education: () => [
      {
        title: 'Ausbildung genau benannt',
        detail: 'Abschluss und Ort stehen da, niemand muss nachfragen.',
      },
    ],
    directVoice: ({ verb, count, total }) => [
      {
        title: 'Du sagst, was du getan hast',
        detail: `${count} von ${total} Zeilen über deine Arbeit nennen die Tat, wie hier „${verb}“. Das liest sich schnell und klingt sicher.`,
      },
    ],
    skillRange: ({ skills, total }) => [
      {
        title: 'Kenntnisse beim Namen genannt',
        detail: `${capitalised(listed(skills, and))}: Begriffe, die eine Suche findet. Der Lebenslauf nennt ${total} davon.`,
      },
    ],
    order: ({ count }) => [
      {
        title: 'Die übliche Ordnung',
        detail: `${count} Abschnitte tragen die Überschriften, nach denen alle suchen.`,
      },
    ],
    reachable: () => [
      { title: 'Gut zu erreichen', detail: 'E-Mail und Telefon stehen da, niemand muss suchen.' },
    ],
  },
  gap: {
    addressesReviewer: () => [
      {
        title: 'Eine Zeile spricht den Prüfer an',
        detail:
          'Diese Zeile ist eine Anweisung an den, der den Lebenslauf beurteilt. Auf die Punkte hatte sie keinen Einfluss.',
        advice: 'Lösche sie. Wer sie findet, auch als unsichtbaren Text, traut dem Rest weniger.',
      },
    ],
    empty: () => [
      {
        title: 'Es gibt keinen Text zu beurteilen',
        detail:
          'Die Datei enthält keinen lesbaren Text. Vielleicht ist sie ein Scan oder ein Bild.',
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
        title: `Nur ${words} Wörter`,
        detail:
          'Das reicht nicht, um zu zeigen, was du kannst; gute Lebensläufe haben meist 250 bis 700 Wörter.',
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
          'Gib den letzten fünf Jahren zwei Drittel des Platzes und kürze ältere Stationen auf eine Zeile.',
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
        detail: 'Man erfährt die Tätigkeit und muss die Wirkung raten.',
        advice: `Beende die Zeile mit dem Ergebnis. Zählen lässt sich hier: ${countable[topic]}.`,
      },
      {
        title: 'Tätigkeit ja, Wirkung nein',
        detail: 'Diese Zeile könnte jeder mit dem gleichen Titel schreiben.',
        advice: `Mach sie mit einer Zahl zu deiner: ${countable[topic]}.`,
      },
    ],
    onlySize: ({ figure, topic }) => [
      {
        title: `„${figure}“ ist eine Größe, noch keine Wirkung`,
        detail: 'Die Zeile zeigt, wie viel es war, aber nicht, was durch dich besser wurde.',
        advice: `Ergänze die Veränderung, zum Beispiel ${countable[topic]}.`,
      },
    ],
    flatSummary: () => [
      {
        title: 'Das Kurzprofil nennt kein Ergebnis',
        detail: 'Es wird als Erstes gelesen und enthält keine Zahl.',
        advice: 'Zieh deine beste Zahl hier hoch, in einem halben Satz.',
      },
    ],
    passive: ({ phrase }) => [
      {
        title: `„${phrase}“ versteckt deinen Anteil`,
        detail: 'So klingt eine Stellenbeschreibung, nicht das, was du getan hast.',
        advice:
          'Beginne mit dem Verb für dein Tun (aufgebaut, geplant, entschieden, geschult) und ende mit dem Ergebnis.',
      },
      {
        title: `Ersetze „${phrase}“`,
        detail: 'Es bleibt offen, ob du entschieden, gemacht oder zugesehen hast.',
        advice: 'Frag dich, was ohne dich gefehlt hätte, und beginne die Zeile mit diesem Verb.',
      },
    ],
    cliche: ({ phrase }) => [
      {
        title: `„${phrase}“ sagt wenig`,
        detail: 'Das steht in jedem zweiten Lebenslauf und lässt sich nicht prüfen.',
        advice: 'Streich es oder ersetze es durch ein Ereignis, das es zeigt.',
      },
    ],
    vague: ({ word }) => [
      {
        title: `„${word}“ lässt raten`,
        detail: 'Ungefähre Mengen klingen kleiner, als sie waren.',
        advice: `Schreib statt „${word}“ die Zahl oder nenne die zwei wichtigsten.`,
      },
    ],
    timelineGap: ({ from, to, months }) => [
      {
        title: `${months} Monate ohne Eintrag`,
        detail: `Zwischen ${from} und ${to} schweigt der Lebenslauf, bis zu der Station, die hier zitiert ist.`,
        advice:
          'Eine ehrliche Zeile genügt: Elternzeit, Weiterbildung, Reise, ein Projekt, Stellensuche.',
      },
    ],
    undated: () => [
      {
        title: 'Eine Station ohne Datum',
        detail: 'Ohne Zeitraum weiß niemand, wie lange sie her ist und wie lange sie dauerte.',
        advice:
          'Ergänze Monat und Jahr für Beginn und Ende, im gleichen Format wie bei den anderen.',
      },
    ],
    impossibleDates: ({ dates }) => [
      {
        title: 'Daten, die nicht stimmen können',
        detail: `„${dates}“ endet vor dem Beginn oder liegt in der Zukunft.`,
        advice: 'Korrigiere den Zeitraum; Daten werden als Erstes mit Zeugnissen verglichen.',
      },
    ],
    shortStints: ({ count }) => [
      {
        title: `${count} Stationen unter zehn Monaten`,
        detail:
          'Hintereinander gelesen werfen sie eine Frage auf, die der Lebenslauf nicht beantwortet.',
        advice:
          'Kennzeichne Befristungen und Projekte oder fasse sie unter einer Überschrift zusammen.',
      },
    ],
    missingSections: ({ missing }) => [
      {
        title: `Es fehlt: ${listed(
          missing.map((kind) => wordingDe.section[kind]),
          and,
        )}`,
        detail:
          'Dazu ist weder eine Überschrift noch ein Inhalt zu finden, auch nicht für eine Suche.',
        advice: 'Ergänze es unter der üblichen Überschrift, damit es dort steht, wo alle suchen.',
      },
    ],
    contact: ({ missing }) => [
      {
        title: 'Die Kontaktdaten sind unvollständig',
        detail: `Im Lebenslauf fehlt ${listed(
          missing.map((part) => wordingDe.contactPart[part]),
          and,
        )}.`,
        advice: 'Schreib es in eine Zeile unter deinen Namen, als Text und nicht als Bild.',
      },
    ],
    unshownSkills: ({ skills }) => [
      {
        title: `Genannt, aber nie gezeigt: ${skills.slice(0, 3).join(', ')}`,
        detail: `${capitalised(listed(skills, and))} stehen in der Liste, aber keine Zeile über deine Arbeit erwähnt sie.`,
        advice: `Nenne ${skills[0] ?? 'die Kenntnis'} in der Zeile, in der du es gebraucht hast, oder streich, wozu du nicht gefragt werden willst.`,
      },
    ],
    fewSkills: ({ count }) => [
      {
        title:
          count === 0
            ? 'Keine konkrete Kenntnis genannt'
            : `Nur ${count} konkrete ${count === 1 ? 'Kenntnis' : 'Kenntnisse'}`,
        detail: 'Gesucht wird nach Begriffen: Werkzeuge, Methoden, Zertifikate, Programme.',
        advice:
          'Ergänze die sechs bis zehn, die du in den letzten zwei Jahren wirklich gebraucht hast, in den Worten deiner Wunschstellen.',
      },
    ],
    longLine: ({ words }) => [
      {
        title: `Eine Zeile mit ${words} Wörtern`,
        detail: 'Darin stecken mehrere Ergebnisse, und keines bleibt hängen.',
        advice: 'Teile sie: eine Zeile, ein Ergebnis, höchstens 25 Wörter.',
      },
    ],
    noBullets: () => [
      {
        title: 'Absätze statt Punkte',
        detail: 'Im Fließtext sieht man nicht, wo ein Ergebnis endet und das nächste beginnt.',
        advice: 'Mach aus jeder Leistung einen Punkt von ein, zwei Zeilen, die stärkste zuerst.',
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
        title: 'Nichts zum Ansehen',
        detail: `Bei ${field === 'design' ? 'Gestaltung' : 'Software'} will man selbst sehen, und es gibt keinen Link.`,
        advice:
          field === 'design'
            ? 'Verlinke ein Portfolio mit zwei, drei Fällen.'
            : 'Verlinke ein Repository, einen Vortrag oder ein laufendes Produkt.',
      },
    ],
  },
  headline: (facts) => {
    const { role, years: count, score, best, isFull } = facts
    const who = role ?? 'Dieser Lebenslauf'
    const long = count ? ` mit ${withYears(count)} Erfahrung` : ''
    if (isFull) return [`${who}${long}: überzeugt in jedem Punkt`]
    if (score >= 90)
      return [
        `${who}${long}: stark durch ${wordingDe.part[best]}, es bleibt wenig zu tun`,
        `${who}${long}: überzeugend, es bleibt wenig zu tun`,
      ]
    if (score >= 75)
      return [
        `${who}${long}: stark durch ${wordingDe.part[best]}, am meisten ist beim Punkt „${lost(facts)}“ noch drin`,
        `${who}${long}: überzeugend, als Nächstes kommt der Punkt „${lost(facts)}“`,
      ]
    if (score >= 50)
      return [
        `${who}${long}: gut im Punkt „${wordingDe.part[best]}“, am meisten ist beim Punkt „${lost(facts)}“ noch drin`,
        `${who}${long}: die Substanz ist da, beim Punkt „${lost(facts)}“ fehlt am meisten`,
      ]
    return [
      `${who}${long}: du hast mehr getan, als man sieht, vor allem beim Punkt „${lost(facts)}“`,
      `${who}${long}: zuerst „${lost(facts)}“, dann der Rest`,
    ]
  },
  summary: (facts) => {
    const { measured, workLines, score, best, worst, points, skills, isFull } = facts
    const gains = `Am meisten bringt der Punkt „${wordingDe.part[best]}“ (${points[best].join(' von ')})`
    const loses = `beim Punkt „${wordingDe.part[worst]}“ (${points[worst].join(' von ')})${because(facts)}`
    return [
      workLines === 0
        ? 'Es gibt keine Zeile über deine Arbeit, die sich beurteilen ließe.'
        : `${measured} von ${workLines} Zeilen über deine Arbeit ${measured === 1 ? 'nennt' : 'nennen'} ein messbares Ergebnis.`,
      skills.length > 0
        ? `Auffällig: ${listed(skills, and)}.`
        : 'Keine konkrete Kenntnis fällt auf.',
      isFull
        ? `${gains}, und sonst fehlt kaum ein Punkt.`
        : score >= 90
          ? `${gains}; das wenige, was fehlt, fehlt vor allem ${loses}.`
          : `${gains}, am meisten fehlt ${loses}.`,
    ].join(' ')
  },
  notJudged: {
    empty: {
      headline: 'Es gibt keinen Text zu beurteilen',
      summary:
        'Das Dokument enthält keinen lesbaren Text. Falls es ein Scan ist, exportiere den Lebenslauf als Text.',
    },
    'not-a-cv': {
      headline: 'Das sieht nicht nach einem Lebenslauf aus',
      summary:
        'Der Text nennt keine Arbeitgeber, keine Zeiträume und keine Tätigkeit. Ein Urteil wäre geraten.',
    },
  },
}
