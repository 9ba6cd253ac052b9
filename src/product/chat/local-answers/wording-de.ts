import { listed } from 'local-cloud/model/words.ts'
import type { JobWording } from './wording.ts'

export const jobWordingDe: JobWording = {
  and: 'und',
  company: 'das Unternehmen',
  topic: {
    responsibilities: {
      noun: 'die Aufgaben',
      tip: 'Achte auf die Verben: Sie verraten, ob du baust, betreibst, verkaufst oder führst. Was zuerst steht, füllt meist den größten Teil der Woche.',
      ask: 'Was soll die neue Person nach sechs Monaten erreicht haben?',
    },
    skills: {
      noun: 'die verlangten Kenntnisse',
      tip: 'Was zuerst steht, zählt meist am meisten. Halte zu jeder Kenntnis, die du hast, ein Beispiel bereit, und sag bei einer fehlenden, wie du sie lernen würdest.',
      ask: 'Welche zwei dieser Kenntnisse würden zuerst fehlen?',
    },
    seniority: {
      noun: 'die verlangte Erfahrung',
      tip: 'Jahre sind ein grobes Maß. Wer das gleiche Problem im Kleinen gelöst hat, kann das mit einem konkreten Beispiel zeigen.',
      ask: 'Welches Problem sollte jemand auf dieser Stufe allein lösen können?',
    },
    location: {
      noun: 'Ort und Arbeitsweise',
      tip: '„Hybrid“ und „remote“ bedeuten in jedem Team etwas anderes. Klär die Zahl der Tage vor Ort, bevor du damit planst.',
      ask: 'Wie viele Tage im Monat ist das Team wirklich im Büro?',
    },
    salary: {
      noun: 'das Gehalt',
      tip: 'Eine Spanne richtet sich meist nach der Erfahrung. Überleg dir vorher, wo du dich darin siehst, und hab ein Ergebnis parat, das dafür spricht.',
      ask: 'Wo in der Spanne seht ihr jemanden mit meiner Erfahrung, und wann wird das Gehalt überprüft?',
    },
    hours: {
      noun: 'Arbeitszeit und Vertrag',
      tip: 'Vertrag und Stunden bestimmen, was das Gehalt wert ist. Klär sie, bevor ihr über Geld sprecht.',
      ask: 'Sind die Zeiten fest, und lassen sie sich verschieben oder verkürzen?',
    },
    benefits: {
      noun: 'die Leistungen neben dem Gehalt',
      tip: 'Auch Zeit und Weiterbildung sind Geld wert. Vergleich sie mit dem, was du heute hast, bevor du das Gehalt bewertest.',
      ask: 'Was davon nutzt das Team wirklich?',
    },
    company: {
      noun: 'das Unternehmen und das Team',
      tip: 'Eine Anzeige zeigt das Team von seiner besten Seite. Wer dort arbeitet, kann dir sagen, wie ein gewöhnlicher Dienstag aussieht.',
      ask: 'Mit wem würde ich täglich arbeiten, und warum ist die Stelle frei?',
    },
    relocation: {
      noun: 'Visum und Umzug',
      tip: 'Genehmigungen dauern Wochen oder Monate. Sprich es in der ersten Nachricht an und nicht erst nach dem letzten Gespräch.',
      ask: 'Stellt ihr Menschen ein, die eine Arbeitserlaubnis brauchen, und helft ihr beim Umzug?',
    },
    language: {
      noun: 'die nötigen Sprachen',
      tip: 'Die Sprache der Anzeige ist oft auch die Arbeitssprache, aber das ist eine Vermutung und keine Zusage.',
      ask: 'In welcher Sprache sind Besprechungen und Dokumente im Team?',
    },
    process: {
      noun: 'die Bewerbung',
      tip: 'Eine Bewerbung, die auf die zwei, drei wichtigsten Anforderungen in der Reihenfolge der Anzeige antwortet, liest sich leichter als eine lange.',
      ask: 'Welche Schritte folgen auf die Bewerbung, und wie lange dauern sie?',
    },
    onCall: {
      noun: 'die Rufbereitschaft',
      tip: 'Wie oft jemand wirklich gerufen wird, sagt mehr als der Plan. Frag nach der Zahl aus dem letzten Quartal, bevor du das Gehalt vergleichst.',
      ask: 'Wie viele Einsätze gab es in den letzten drei Monaten, und wie viele davon nachts?',
    },
    holidays: {
      noun: 'Urlaub und freie Tage',
      tip: 'Vergleich die Tage mit dem, was du heute hast, und frag, wie Feiertage zählen.',
      ask: 'Lassen sich die Tage frei wählen, oder gibt es Zeiten, in denen alle da sein müssen?',
    },
    training: {
      noun: 'Weiterbildung',
      tip: 'Ein Budget ist so viel wert, wie davon genutzt wird. Frag nach einem Beispiel aus dem letzten Jahr.',
      ask: 'Was hat jemand im Team letztes Jahr gelernt, und wer hat es bezahlt?',
    },
    equipment: {
      noun: 'die Ausstattung',
      tip: 'Wenn du ein bestimmtes Gerät oder einen bestimmten Stuhl brauchst, sag es vor dem ersten Tag.',
      ask: 'Welche Geräte bekäme ich, und kann ich sie aussuchen?',
    },
    start: {
      noun: 'das Eintrittsdatum',
      tip: 'Prüf deine Kündigungsfrist und nenn den ersten Tag, an dem du anfangen könntest.',
      ask: 'Wann soll die neue Person anfangen, und lässt sich das verschieben?',
    },
    teamSize: {
      noun: 'die Größe des Teams',
      tip: 'In einem kleinen Team macht jeder von allem etwas, in einem großen lernst du einen Teil gründlich kennen. Überleg dir, was dir liegt.',
      ask: 'Mit wie vielen Menschen würde ich täglich arbeiten, und wie viele davon machen dieselbe Arbeit?',
    },
    travel: {
      noun: 'Reisen',
      tip: 'Nächte zählen mehr als Kilometer. Frag danach, bevor du zusagst.',
      ask: 'Wie viele Nächte im Monat wäre ich unterwegs?',
    },
  },
  value: (noun, value, title) => [
    `In der Anzeige für **${title}** steht über ${noun}: **${value}**.`,
    `Die Anzeige ist eindeutig. Über ${noun} sagt sie: **${value}**.`,
  ],
  closes: (day) => `Bewerben kannst du dich bis zum **${day}**.`,
  quotesFollow: (noun) => [`Über ${noun} steht dort außerdem:`, 'Dazu heißt es weiter:'],
  quotesOnly: (noun, company) => [
    `Über ${noun} schreibt ${company}:`,
    `Das steht in der Anzeige über ${noun}:`,
  ],
  nothing: (noun, company) => [
    `Über ${noun} sagt die Anzeige nichts, und raten will ich nicht.`,
    `Über ${noun} schreibt ${company} in dieser Anzeige nichts.`,
  ],
  stated: (facts) => `Was feststeht: ${facts}.`,
  nearest: 'Am nächsten kommt diese Zeile:',
  askThem: (question) => `Frag am besten nach: *„${question}“*`,
  unknown: (company) => [
    `Darauf gibt die Anzeige keine Antwort, und ich halte mich an das, was ${company} schreibt.`,
    'Das finde ich in der Anzeige nicht.',
  ],
  onlyTheJob:
    'Ich beantworte nur Fragen zu dieser Stelle und lasse die Anweisung deshalb beiseite.',
  unknownNearest: 'Am nächsten kommen diese Zeilen:',
  couldAsk:
    'Ich kann dir sagen, was über Aufgaben, Kenntnisse, Gehalt, Ort, Arbeitszeit oder Bewerbung darin steht, deine Kenntnisse damit vergleichen, dich aufs Gespräch vorbereiten oder ein Anschreiben entwerfen.',
  summary: {
    lead: (title, company) =>
      company ? `**${title}** bei ${company}, kurz gefasst:` : `**${title}**, kurz gefasst:`,
    facts: {
      department: 'Bereich',
      location: 'Ort',
      workplace: 'Arbeitsweise',
      salary: 'Gehalt',
      employment: 'Vertrag',
      skills: 'Kenntnisse',
    },
    work: 'Das würdest du tun:',
    needs: 'Das wird verlangt:',
    next: 'Sag mir, was du kannst, dann vergleiche ich es mit der Liste.',
  },
  fit: {
    none: (skills) =>
      `Sag mir, was du kannst, dann vergleiche ich es.${skills ? ` Die Anzeige verlangt ${skills}.` : ''} Schreib es so, wie du es sagen würdest, zum Beispiel „drei Jahre ..., etwas ...“.`,
    verdict: ({ matched, missing, company }) => {
      const all = matched.length + missing.length
      if (missing.length === 0)
        return `Das **passt sehr gut**: Du hast alles genannt, was ${company} aufzählt.`
      if (matched.length / all >= 0.5)
        return `Das ist eine **gute Grundlage**: ${matched.length} von ${all} genannten Kenntnissen sind abgedeckt.`
      if (matched.length > 0)
        return `Bisher **passt es zum Teil**: ${matched.length} von ${all} genannten Kenntnissen.`
      return all === 1
        ? 'Nach dem, was du erzählt hast, **fehlt noch die eine Kenntnis**, die in der Anzeige steht.'
        : `Nach dem, was du erzählt hast, ist **noch keine der ${all} Kenntnisse** aus der Anzeige abgedeckt.`
    },
    matched: 'Das bringst du mit',
    missing: 'Bisher nicht genannt',
    years: (yours, asked) =>
      yours >= asked
        ? `Mit deinen ${yours} Jahren erfüllst du die verlangten ${asked}.`
        : `Du hast ${yours} ${yours === 1 ? 'Jahr' : 'Jahre'}, verlangt sind ${asked}. Bring ein Beispiel mit, das den Unterschied ausgleicht.`,
    advice: ({ matched, missing }) =>
      [
        matched.length > 0
          ? `Stell ${listed(matched.slice(0, 3), 'und')} an den Anfang deiner Bewerbung, ${matched.length > 1 ? 'jeweils ' : ''}mit einem Ergebnis.`
          : '',
        missing.length > 0
          ? `Falls du ${listed(missing.slice(0, 3), 'oder')} doch kannst, schreib es dazu: hier oder in den Lebenslauf. Falls nicht, sag, wie du die Lücke schließt.`
          : '',
      ]
        .filter(Boolean)
        .join(' '),
    unlisted: 'Über die Liste hinaus bringst du mit',
  },
  interview: {
    lead: (title) =>
      `Fragen, die sich aus der Anzeige für **${title}** ergeben. Leg dir zu jeder eine kurze Geschichte zurecht: die Lage, was du getan hast und was dabei herauskam.`,
    skill: (skill) => [
      `Was war das schwierigste Problem, das du mit ${skill} gelöst hast?`,
      `Wie würdest du jemandem Neuen im Team ${skill} erklären?`,
      `Wann war ${skill} die falsche Wahl, und was hast du dann getan?`,
    ],
    duty: (line) => [
      `In der Anzeige steht: „${line}“ Wann hast du zuletzt so etwas getan?`,
      `„${line}“ Wie sähe dein erster Monat damit aus?`,
    ],
    yours: (question) => `Und eine, die du stellen kannst: *„${question}“*`,
    close: 'Beantworte mir eine davon hier, und üb sie, bis du weniger als zwei Minuten brauchst.',
  },
  letter: {
    lead: 'Ein Entwurf. Was in [Klammern] steht, weißt nur du:',
    greeting: (company) => (company ? `Liebes Team von ${company},` : 'Liebes Team,'),
    opening: (title, company, line) =>
      `an eurer Anzeige für ${title} ist mir ein Satz besonders aufgefallen: „${line}“ Genau diese Arbeit möchte ich als Nächstes machen${company ? `, und zwar bei ${company}` : ''}.`,
    middle: (skills, duty) =>
      `Ich bringe ${skills} mit. Bei [Firma, Jahr] habe ich damit [was du getan hast], und das führte zu [Ergebnis mit Zahl]. Ihr schreibt: „${duty}“ Mit dieser Erfahrung würde ich dort anfangen.`,
    blank: (duty) =>
      `Bei [Firma, Jahr] habe ich [was du getan hast], und das führte zu [Ergebnis mit Zahl]. Ihr schreibt: „${duty}“ Mit dieser Erfahrung würde ich dort anfangen.`,
    end: 'Gern erzähle ich euch im Gespräch mehr.\n\nViele Grüße\n[Dein Name]',
    note: 'Sag mir deine Kenntnisse, dann setze ich sie ein.',
  },
  why: (company) =>
    `Weil ${company} es so geschrieben hat. Ich habe mich auf diese Zeilen der Anzeige gestützt:`,
  whyNothing:
    'Weil die Anzeige dazu keine Zeile hat, und ich füge nichts hinzu, was sie nicht sagt.',
  item: (index) => (index < 0 ? 'Der letzte Punkt war:' : `Punkt ${index + 1} war:`),
  noItem:
    'Meine letzte Antwort hatte keinen solchen Punkt. Sag mir, welche Zeile du meinst, oder frag nach Aufgaben, Kenntnissen oder Gehalt.',
  itemDuty:
    'Das gehört zu den Aufgaben. Denk an einen Fall, in dem du so etwas getan hast: Wie war die Lage, was hast du entschieden, was kam dabei heraus? Wenn es keinen gibt, nenn, was dem am nächsten kommt, und wie du in den ersten Wochen vorgehen würdest.',
  itemNeed:
    'Das wird verlangt. Zeig es mit einem Beispiel aus deiner Arbeit, möglichst mit einer Zahl, und stell diese Zeile im Lebenslauf weit nach oben. Wenn es dir fehlt, nenn, was dem am nächsten kommt, und wie du den Rest lernst.',
  itemOther:
    'Mehr als diese Zeile sagt die Anzeige dazu nicht. Wenn es dir wichtig ist, frag im ersten Gespräch danach und notiere die Antwort; sie kann zwischen zwei Angeboten entscheiden.',
  smallTalk: (title, thanks) =>
    thanks
      ? `Gern. Wenn du bei **${title}** weitermachen willst: Ich kann deine Kenntnisse mit den Anforderungen vergleichen, Fragen fürs Gespräch sammeln oder ein Anschreiben für dich entwerfen.`
      : `Hallo. Ich kenne die Anzeige für **${title}** Zeile für Zeile. Frag mich nach Aufgaben, Kenntnissen, Gehalt, Ort oder Arbeitszeit; sag mir, was du kannst, dann vergleiche ich es; oder lass dich aufs Gespräch vorbereiten.`,
  alsoHeading: 'Was noch in der Anzeige steht',
  questionsHeading: 'Fragen, die kommen können',
}
