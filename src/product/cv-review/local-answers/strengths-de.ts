import { capitalised, listed } from 'local-cloud/model/words.ts'
import type { StrengthWording } from './wording.ts'

const and = 'und'
export const strengthsDe: StrengthWording = {
  measured: ({ figure, effect }) =>
    effect === 'up'
      ? [
          {
            title: `Wachstum mit Beleg: „${figure}“`,
            detail: 'Danach wird man dich fragen, und du hast etwas zu erzählen.',
          },
          {
            title: `„${figure}“ überzeugt`,
            detail:
              'Eine Zeile sagt, was sich verändert hat und um wie viel. Das bleibt auch beim Überfliegen hängen.',
          },
          {
            title: `Mehr, und zwar messbar: „${figure}“`,
            detail: 'Wachstum behaupten viele. Die Zahl macht es glaubwürdig.',
          },
        ]
      : effect === 'down'
        ? [
            {
              title: `Gesenkt, mit Zahl: „${figure}“`,
              detail: 'Wer das beziffern kann, hat nachgemessen. Das sieht man selten.',
            },
            {
              title: `Messbar verbessert: „${figure}“`,
              detail: 'Man sieht ohne Nachfrage, was besser wurde und um wie viel.',
            },
            {
              title: `„${figure}“ lässt sich prüfen`,
              detail:
                'Das erzählst du im Gespräch in zwei Sätzen, und dein früherer Arbeitgeber kann es bestätigen.',
            },
          ]
        : [
            {
              title: `Die Größenordnung ist klar: „${figure}“`,
              detail:
                'So weiß man, wie groß die Aufgabe war, und kann sie mit der neuen Stelle vergleichen.',
            },
            {
              title: `Zahl statt Adjektiv: „${figure}“`,
              detail: 'Das ordnet dich besser ein als jeder Titel.',
            },
            {
              title: `Gut vorstellbar: „${figure}“`,
              detail: 'Du nennst die Menge, statt „viele“ zu schreiben. Das bleibt im Kopf.',
            },
          ],
  leadership: ({ people, trains }) => [
    {
      title: `${trains ? 'Du gibst Wissen weiter' : 'Du führst Menschen'}${people ? `: „${people}“` : ''}`,
      detail: trains
        ? 'Wer andere anleitet, beherrscht die Arbeit selbst. Genau danach wird gesucht.'
        : people
          ? 'Dass du Verantwortung hattest und für wie viele, zeigt dein Niveau auf einen Blick.'
          : 'Dass du Verantwortung hattest, ist klar. Mit der Zahl der Personen wäre es noch klarer.',
    },
  ],
  progression: ({ from, to }) => [
    {
      title: 'Ein Weg nach oben',
      detail: `Von „${from}“ zu „${to}“: Die Titel zeigen wachsendes Vertrauen, die Daten zeigen, wie lange es gedauert hat.`,
    },
  ],
  depth: ({ years, skills }) => [
    {
      title: `${Math.floor(years)} Jahre, gut belegt`,
      detail:
        skills.length > 0
          ? `Ab dieser Station sind die Daten lückenlos. In der Arbeit selbst zeigst du ${listed(skills, and)}.`
          : 'Von dieser Station bis zur neuesten sind die Daten lückenlos.',
    },
  ],
  skillsInWork: ({ skills, total }) => [
    {
      title: 'Kenntnisse im Einsatz',
      detail: `${capitalised(listed(skills, and))} stehen in dem, was du getan hast, und nicht nur in einer Liste. Insgesamt sind ${total} Kenntnisse so belegt.`,
    },
    {
      title: `${capitalised(skills[0] ?? 'Kenntnisse')} in der Praxis`,
      detail: `Eine Zeile über echte Arbeit nennt ${listed(skills, and)}. Das zählt mehr als dieselben Wörter in einer Liste (${total} deiner Kenntnisse sind so belegt).`,
    },
  ],
  summary: ({ skills }) => [
    {
      title: 'Ein Einstieg mit Inhalt',
      detail: `Dort stehen ${listed(skills, and)} statt Charakterzügen. So weiß man sofort, wo du hinpasst.`,
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
      detail: 'Ein Zertifikat mit Namen braucht keine weitere Erklärung.',
    },
  ],
  project: ({ skills }) => [
    {
      title: 'Ein eigenes Projekt',
      detail:
        skills.length > 0
          ? `Damit zeigst du ${listed(skills, and)}, ohne dass ein Arbeitgeber es verlangt hätte.`
          : 'Man kann es sich ansehen, und das ist besser als jede Beschreibung.',
    },
  ],
  education: () => [
    {
      title: 'Ausbildung auf einen Blick',
      detail: 'Was du gelernt hast und wo, ist ohne Nachfrage klar.',
    },
  ],
  directVoice: ({ verb, count, total }) => [
    {
      title: 'Du sagst, was du getan hast',
      detail: `${count === total ? `Alle ${total}` : `${count} der ${total}`} Zeilen über deine Arbeit nennen klar, was du getan hast, wie hier mit „${verb}“. Das liest sich schnell und klingt sicher.`,
    },
  ],
  skillRange: ({ skills, total }) => [
    {
      title: 'Kenntnisse beim Namen genannt',
      detail: `Nach Begriffen wie ${listed(skills, and)} wird gesucht. Dein Lebenslauf nennt ${total} davon.`,
    },
  ],
  order: ({ count }) => [
    {
      title: 'Die übliche Ordnung',
      detail: `${count} Abschnitte tragen die Überschriften, nach denen man sucht.`,
    },
  ],
  reachable: () => [
    {
      title: 'Gut zu erreichen',
      detail: 'E-Mail und Telefon stehen dort, wo man sie erwartet.',
    },
  ],
}
