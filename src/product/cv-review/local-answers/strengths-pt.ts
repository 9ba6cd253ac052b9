import { capitalised, listed } from 'local-cloud/model/words.ts'
import type { StrengthWording } from './wording.ts'

const and = 'e'

export const strengthsPt: StrengthWording = {
  measured: ({ figure, effect }) =>
    effect === 'up'
      ? [
          {
            title: `Crescimento com prova: “${figure}”`,
            detail: 'Quem recruta tem o que perguntar, e tu tens o que contar.',
          },
          {
            title: `“${figure}” convence`,
            detail: 'Numa só linha lê-se o que mudou e quanto. Isto fica na memória.',
          },
          {
            title: `Um aumento com número: “${figure}”`,
            detail: 'Dizer que se cresceu é fácil. É o número que o torna credível.',
          },
        ]
      : effect === 'down'
        ? [
            {
              title: `Uma redução com número: “${figure}”`,
              detail: 'Quem apresenta o número é porque mediu. Poucos CV o mostram.',
            },
            {
              title: `Uma melhoria medida: “${figure}”`,
              detail: 'Vê-se o que melhorou, e quanto, sem ser preciso perguntar.',
            },
            {
              title: `“${figure}” pode ser confirmado`,
              detail:
                'Conta-se em duas frases numa entrevista, e um antigo empregador pode confirmá-lo.',
            },
          ]
        : [
            {
              title: `A dimensão está clara: “${figure}”`,
              detail: 'Quem lê percebe o tamanho do trabalho e compara-o com o da vaga.',
            },
            {
              title: `Um número em vez de um adjetivo: “${figure}”`,
              detail: 'Situa o teu nível melhor do que o nome de um cargo.',
            },
            {
              title: `Fácil de imaginar: “${figure}”`,
              detail: 'Dizes a quantidade em vez de escreveres “muitos”, e isso fica.',
            },
          ],
  leadership: ({ people, trains }) => [
    {
      title: `${trains ? 'Passas o que sabes a outros' : 'Lideras pessoas'}${people ? `: “${people}”` : ''}`,
      detail: trains
        ? 'Quem forma os outros domina o trabalho. É isso que muitos recrutadores procuram.'
        : people
          ? 'Vê-se logo que a responsabilidade era tua, e sobre quantas pessoas.'
          : 'Vê-se que a responsabilidade era tua. Com o número de pessoas ficaria ainda mais claro.',
    },
  ],
  progression: ({ from, to }) => [
    {
      title: 'Uma carreira que avança',
      detail: `De “${from}” a “${to}”: os cargos mostram uma confiança crescente, e as datas, em quanto tempo.`,
    },
  ],
  depth: ({ years, skills }) => [
    {
      title: `${Math.floor(years)} anos bem documentados`,
      detail:
        skills.length > 0
          ? `A partir daqui, as datas seguem-se sem falhas. No próprio trabalho mostras ${listed(skills, and)}.`
          : 'Desta entrada até à mais recente, as datas seguem-se sem falhas.',
    },
  ],
  skillsInWork: ({ skills, total }) => [
    {
      title: 'Competências em uso',
      detail: `${capitalised(listed(skills, and))} aparecem no que fizeste, e não só numa lista. Ao todo, ${total} competências do teu CV têm esta prova.`,
    },
    {
      title: `${capitalised(skills[0] ?? 'competências')} na prática`,
      detail: `Uma linha sobre trabalho real refere ${listed(skills, and)}. Vale mais do que as mesmas palavras numa lista (${total} das tuas competências têm esta prova).`,
    },
  ],
  summary: ({ skills }) => [
    {
      title: 'Uma abertura com conteúdo',
      detail: `Refere ${listed(skills, and)} em vez de traços de personalidade: percebe-se logo onde encaixas.`,
    },
  ],
  languages: () => [
    {
      title: 'Línguas com nível',
      detail: 'Um nível diz mais do que “bom”: sabe-se em que língua podes trabalhar.',
    },
  ],
  certificate: () => [
    {
      title: 'Uma qualificação que se pode verificar',
      detail: 'Um certificado com nome dispensa mais explicações.',
    },
  ],
  project: ({ skills }) => [
    {
      title: 'Um projeto teu',
      detail:
        skills.length > 0
          ? `Mostra ${listed(skills, and)} sem que um empregador o tenha pedido.`
          : 'Pode ser visto, o que é melhor do que qualquer descrição.',
    },
  ],
  education: () => [
    {
      title: 'Formação clara',
      detail: 'Percebe-se o que estudaste e onde, sem ser preciso perguntar.',
    },
  ],
  directVoice: ({ verb, count, total }) => [
    {
      title: 'Dizes o que fizeste',
      detail: `${count === total ? `As ${total}` : `${count} das ${total}`} linhas sobre o teu trabalho começam pela ação, como aqui “${verb}”. Lê-se depressa e transmite segurança.`,
    },
  ],
  skillRange: ({ skills, total }) => [
    {
      title: 'Competências pelo nome',
      detail: `Quem recruta procura termos como ${listed(skills, and)}. O teu CV tem ${total} deste género.`,
    },
  ],
  order: ({ count }) => [
    { title: 'A ordem habitual', detail: `${count} secções têm os títulos que todos procuram.` },
  ],
  reachable: () => [
    { title: 'Fácil de contactar', detail: 'O email e o telefone estão onde se procuram.' },
  ],
}
