/**
 * What the pages of a feature say. English has no genders, so its sentences use the noun. The command
 * does not know the noun in German and Portuguese: there it stands as a title alone, and the sentences
 * speak of entries ("Eintrag", "registo"), which is right for every noun.
 */
import { type Feature, listedFields } from './feature.ts'
import { knownWord } from './known-words.ts'
import { articleFor, type Forms } from './names.ts'

type Sentences = Record<string, unknown>
type Language = 'en' | 'de' | 'pt'

/** Returns the sentences by language, and the keys whose words are still English. */
export function sentencesOf(feature: Feature) {
  const { many } = feature
  const untranslated: string[] = []
  const of = (language: Language) => {
    const word = (forms: Forms, key: string) => {
      const known = language === 'en' ? forms.sentence : knownWord(forms.kebab)?.[language]
      if (known === undefined) untranslated.push(`${language}.json ${many.snake}_${key}`)
      return known ?? forms.sentence
    }
    const given = language === 'en' ? undefined : feature.titles[language]
    const title = given ?? word(many, 'title')
    const written = {
      title,
      ...{ en: english, de: german, pt: portuguese }[language](feature, title),
      ...wordsOf(feature, language, word),
    }
    return prefixed(written, many.snake)
  }
  return { en: of('en'), de: of('de'), pt: of('pt'), untranslated }
}

const prefixed = (sentences: Sentences, prefix: string): Sentences =>
  Object.fromEntries(Object.entries(sentences).map(([key, text]) => [`${prefix}_${key}`, text]))

/** The labels of the fields and of their options. */
function wordsOf(
  feature: Feature,
  language: Language,
  word: (forms: Forms, key: string) => string,
): Sentences {
  const labels = feature.fields.flatMap((field) => [
    [`field_${field.snake}`, word(field, `field_${field.snake}`)],
    ...field.options.map((option) => {
      const key = `option_${field.snake}_${option.snake}`
      return [key, word(option, key)]
    }),
  ])
  const hasYesOrNo = listedFields(feature).some(({ kind }) => kind === 'boolean')
  const [yes, no] = { en: ['Yes', 'No'], de: ['Ja', 'Nein'], pt: ['Sim', 'Não'] }[language]
  return { ...Object.fromEntries(labels), ...(hasYesOrNo && { yes, no }) }
}

function english({ owner, one, many }: Feature, title: string): Sentences {
  const ofAll = owner === 'organization'
  const an = articleFor(one.words)
  return {
    description: ofAll
      ? `The ${many.words} of {name}, newest first.`
      : `Your ${many.words}, newest first.`,
    new: `New ${one.words}`,
    empty_title: `No ${many.words} yet`,
    empty_text: ofAll
      ? `Create ${an} ${one.words}, and every member of {name} can see and change it.`
      : `Create ${an} ${one.words}. Only you can see it.`,
    created_at: 'Created',
    create: `Create ${one.words}`,
    created: `${one.sentence} created`,
    save: 'Save changes',
    saved: 'Changes saved',
    delete: `Delete ${one.words}`,
    delete_question: 'Delete “{name}”?',
    delete_text: 'It is gone for good.',
    deleted: `${one.sentence} deleted`,
    full: `There is room for {limit} ${many.words}. Delete one first.`,
    stale: ofAll
      ? 'Someone else saved this since you opened it. Copy what you want to keep, then load the new version.'
      : 'This was saved in another tab since you opened it. Copy what you want to keep, then load the new version.',
    load_theirs: 'Load the saved version',
    ...(ofAll && {
      audit_created: `{actor} created “{subject}” in ${title}`,
      audit_changed: `{actor} changed “{subject}” in ${title}`,
      audit_deleted: `{actor} deleted “{subject}” from ${title}`,
      count: [
        {
          declarations: ['input count', 'local form = count: plural'],
          selectors: ['form'],
          match: { 'form=one': `{count} ${one.words}`, 'form=*': `{count} ${many.words}` },
        },
      ],
    }),
  }
}

function german({ owner }: Feature, title: string): Sentences {
  const ofAll = owner === 'organization'
  return {
    description: ofAll
      ? 'Alle Einträge von {name}, die neuesten zuerst.'
      : 'Deine Einträge, die neuesten zuerst.',
    new: 'Neuer Eintrag',
    empty_title: 'Noch keine Einträge',
    empty_text: ofAll
      ? 'Leg den ersten an. Alle Mitglieder von {name} können ihn sehen und ändern.'
      : 'Leg den ersten an. Nur du kannst ihn sehen.',
    created_at: 'Angelegt',
    create: 'Eintrag anlegen',
    created: 'Eintrag angelegt',
    save: 'Änderungen speichern',
    saved: 'Änderungen gespeichert',
    delete: 'Eintrag löschen',
    delete_question: '„{name}“ löschen?',
    delete_text: 'Der Eintrag ist dann endgültig weg.',
    deleted: 'Eintrag gelöscht',
    full: 'Es ist Platz für {limit} Einträge. Lösche zuerst einen.',
    stale: ofAll
      ? 'Jemand anderes hat diesen Eintrag gespeichert, seit du ihn geöffnet hast. Kopiere, was du behalten willst, und lade dann die neue Fassung.'
      : 'Dieser Eintrag wurde in einem anderen Tab gespeichert, seit du ihn geöffnet hast. Kopiere, was du behalten willst, und lade dann die neue Fassung.',
    load_theirs: 'Gespeicherte Fassung laden',
    ...(ofAll && {
      audit_created: `{actor} hat „{subject}“ unter „${title}“ angelegt`,
      audit_changed: `{actor} hat „{subject}“ unter „${title}“ geändert`,
      audit_deleted: `{actor} hat „{subject}“ unter „${title}“ gelöscht`,
      count: `${title}: {count}`,
    }),
  }
}

function portuguese({ owner }: Feature, title: string): Sentences {
  const ofAll = owner === 'organization'
  return {
    description: ofAll
      ? 'Todos os registos de {name}, os mais recentes primeiro.'
      : 'Os teus registos, os mais recentes primeiro.',
    new: 'Novo registo',
    empty_title: 'Ainda não há registos',
    empty_text: ofAll
      ? 'Cria o primeiro. Todos os membros de {name} o podem ver e alterar.'
      : 'Cria o primeiro. Só tu o podes ver.',
    created_at: 'Criado em',
    create: 'Criar registo',
    created: 'Registo criado',
    save: 'Guardar alterações',
    saved: 'Alterações guardadas',
    delete: 'Eliminar registo',
    delete_question: 'Eliminar “{name}”?',
    delete_text: 'O registo perde-se para sempre.',
    deleted: 'Registo eliminado',
    full: 'Há lugar para {limit} registos. Elimina um primeiro.',
    stale: ofAll
      ? 'Outra pessoa guardou este registo depois de o abrires. Copia o que queres manter e carrega a nova versão.'
      : 'Este registo foi guardado noutro separador depois de o abrires. Copia o que queres manter e carrega a nova versão.',
    load_theirs: 'Carregar a versão guardada',
    ...(ofAll && {
      audit_created: `{actor} criou “{subject}” em “${title}”`,
      audit_changed: `{actor} alterou “{subject}” em “${title}”`,
      audit_deleted: `{actor} eliminou “{subject}” em “${title}”`,
      count: `${title}: {count}`,
    }),
  }
}
