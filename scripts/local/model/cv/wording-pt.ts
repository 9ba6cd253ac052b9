import { capitalised, listed } from '../words.ts'
import type { ReviewFacts, ReviewWording } from './wording.ts'

const and = 'e'
const comma = (count: number) => String(count).replace('.', ',')
const years = (count: number) => (count === 1 ? '1 ano' : `${comma(count)} anos`)

const countable: ReviewWording['countable'] = {
  care: 'pacientes por turno, número de leitos, quedas ou reinternações evitadas, tempo ganho na passagem de turno',
  teaching: 'número de alunos, aprovação antes e depois, horas de aula por semana',
  speed: 'o tempo antes e depois, entregas por semana, horas de trabalho manual eliminadas',
  cost: 'o orçamento, a economia em dinheiro ou em porcentagem, o número de fornecedores ou faturas',
  revenue: 'receita, contratos fechados, meta alcançada, conversão antes e depois',
  people: 'o tamanho da equipe, pessoas contratadas ou treinadas, o tempo de integração',
  customers: 'clientes atendidos, tempo de resposta, reclamações ou avaliações antes e depois',
  quality: 'erros ou incidentes antes e depois, cobertura de testes, achados na última auditoria',
  reach: 'leitores, visitantes, inscrições ou custo por contato antes e depois',
  software: 'usuários, pedidos por dia, tempo de carregamento, entregas, horas economizadas',
  operations: 'volume por dia, precisão do estoque, prazo, entregas dentro do prazo',
  general: 'quantos, com que frequência, quanto mais rápido ou o que se economizou',
}

/** What loses most, named so that it does not deny that nearly every line carries a result. */
const lost = ({ worst, shortfall }: ReviewFacts) =>
  shortfall
    ? { lines: 'número de resultados', changes: 'mudanças em vez de dimensões' }[shortfall.of]
    : wordingPt.part[worst]

function because({ shortfall }: ReviewFacts) {
  if (!shortfall) return ''
  const { of, count } = shortfall
  if (of === 'lines')
    return count === 1 ? ', por haver só uma linha dessas' : `, por haver só ${count} linhas dessas`
  return count === 1
    ? ', porque uma dessas linhas diz uma dimensão e não uma mudança'
    : `, porque ${count} dessas linhas dizem uma dimensão e não uma mudança`
}

export const wordingPt: ReviewWording = {
  and,
  countable,
  section: {
    contact: 'dados de contato',
    summary: 'resumo',
    experience: 'experiência profissional',
    education: 'formação',
    skills: 'competências',
    languages: 'idiomas',
  },
  contactPart: {
    email: 'um e-mail',
    phone: 'um telefone',
    link: 'um link para perfil ou portfólio',
  },
  part: {
    results: 'resultados medidos',
    action: 'linguagem direta',
    experience: 'experiência e datas',
    skills: 'competências',
    structure: 'estrutura',
    clarity: 'clareza',
  },
  strength: {
    measured: ({ figure, effect }) =>
      effect === 'up'
        ? [
            {
              title: `Crescimento comprovado: ${figure}`,
              detail: `A linha diz o que cresceu e quanto. “${figure}” dá ao recrutador o que perguntar, e a você o que contar.`,
            },
            {
              title: `“${figure}” convence`,
              detail:
                'Efeito e tamanho estão na mesma linha. É o tipo de prova que resiste a uma leitura rápida.',
            },
            {
              title: `Mais, e você diz quanto: ${figure}`,
              detail: 'Crescimento é fácil de afirmar. O número é o que o torna crível.',
            },
          ]
        : effect === 'down'
          ? [
              {
                title: `Você mostra o que diminuiu: ${figure}`,
                detail: `Uma economia com número (“${figure}”) mostra que houve medição antes e depois, o que poucos fazem.`,
              },
              {
                title: `Uma melhoria medida: ${figure}`,
                detail: 'Quem lê vê o problema e o tamanho da mudança sem precisar perguntar.',
              },
              {
                title: `Menos do que atrapalha: ${figure}`,
                detail: `“${figure}” cabe numa frase da entrevista e pode ser confirmado.`,
              },
            ]
          : [
              {
                title: `A dimensão está clara: ${figure}`,
                detail: `“${figure}” diz o tamanho do trabalho e permite compará-lo com o da vaga.`,
              },
              {
                title: `Responsabilidade em números: ${figure}`,
                detail:
                  'Um tamanho no lugar de um adjetivo. Situa o seu nível melhor do que um cargo.',
              },
              {
                title: `Você conhece os seus números: ${figure}`,
                detail: 'Quem conta o trabalho costuma entendê-lo. Isso se nota na leitura.',
              },
            ],
    leadership: ({ figure, verb }) => [
      {
        title: figure ? `Liderança com tamanho: ${figure}` : 'Você liderou pessoas',
        detail: `“${verb}” coloca você à frente do resultado, e não ao lado.${figure ? ' O número torna a frase crível.' : ''}`,
      },
    ],
    progression: ({ from, to }) => [
      {
        title: 'Uma carreira que avança',
        detail: `De “${from}” a “${to}”: os cargos mostram confiança crescente, e as datas mostram em quanto tempo.`,
      },
    ],
    depth: ({ years: count, skills }) => [
      {
        title: `${capitalised(years(count))} de experiência com datas`,
        detail:
          skills.length > 0
            ? `O percurso pode ser seguido a partir desta entrada, e ${listed(skills, and)} aparecem no próprio trabalho.`
            : 'O percurso pode ser seguido desta entrada até a mais recente.',
      },
    ],
    skillsInWork: ({ skills, total }) => [
      {
        title: 'Competências em uso',
        detail: `${capitalised(listed(skills, and))} aparecem no que foi feito, e não só numa lista. Ao todo, ${total} competências têm essa prova.`,
      },
      {
        title: `${skills[0] ?? 'Competências'} na prática`,
        detail: `A linha diz para que serviram ${listed(skills, and)}. Vale mais do que as mesmas palavras numa lista (${total} competências têm essa prova).`,
      },
    ],
    summary: ({ skills }) => [
      {
        title: 'Uma abertura com conteúdo',
        detail: `Cita ${listed(skills, and)} em vez de traços de personalidade: logo se vê onde você se encaixa.`,
      },
    ],
    languages: () => [
      {
        title: 'Idiomas com nível',
        detail: 'Um nível diz mais do que “bom”: sabe-se em que idioma você pode trabalhar.',
      },
    ],
    certificate: () => [
      {
        title: 'Uma qualificação verificável',
        detail: 'Uma prova externa com nome dispensa explicação.',
      },
    ],
    project: ({ skills }) => [
      {
        title: 'Um projeto próprio',
        detail:
          skills.length > 0
            ? `Mostra ${listed(skills, and)} sem que um empregador tenha pedido.`
            : 'Pode ser visto, o que é melhor do que ser descrito.',
      },
    ],
    education: () => [
      {
        title: 'Formação bem identificada',
        detail: 'Curso e lugar estão escritos; ninguém precisa perguntar.',
      },
    ],
    directVoice: ({ verb, count, total }) => [
      {
        title: 'Você diz o que fez',
        detail: `${count} de ${total} linhas sobre o seu trabalho abrem com a ação, como “${verb}” aqui. Lê-se depressa e soa seguro.`,
      },
    ],
    skillRange: ({ skills, total }) => [
      {
        title: 'Competências pelo nome',
        detail: `${capitalised(listed(skills, and))}: termos que uma busca encontra. O currículo cita ${total} deles.`,
      },
    ],
    order: ({ count }) => [
      { title: 'A ordem habitual', detail: `${count} seções têm os títulos que todos procuram.` },
    ],
    reachable: () => [
      {
        title: 'Fácil de contatar',
        detail: 'E-mail e telefone estão à vista; ninguém precisa procurar.',
      },
    ],
  },
  gap: {
    addressesReviewer: () => [
      {
        title: 'Uma linha se dirige ao avaliador',
        detail:
          'Esta linha é uma instrução a quem julga o currículo. Não teve efeito na pontuação.',
        advice: 'Apague-a. Quem a encontrar, mesmo em texto oculto, confiará menos no resto.',
      },
    ],
    empty: () => [
      {
        title: 'Não há texto para avaliar',
        detail: 'O arquivo não tem texto legível. Talvez seja uma digitalização ou uma imagem.',
        advice:
          'Exporte o currículo do editor de texto como PDF ou DOCX, de modo que o texto possa ser selecionado, e envie de novo.',
      },
    ],
    notACv: ({ start }) => [
      {
        title: 'Isto não parece um currículo',
        detail: `O texto começa com “${start}” e não cita empregador, período de trabalho nem função.`,
        advice:
          'Verifique se é o arquivo certo. Um currículo precisa ao menos da função, dos empregadores com datas e do contato.',
      },
    ],
    tooShort: ({ words }) => [
      {
        title: `Apenas ${words} palavras`,
        detail:
          'Não basta para mostrar o que você sabe fazer; bons currículos têm de 250 a 700 palavras.',
        advice:
          'Escreva de três a cinco linhas por emprego: o que fez, com o quê e o que resultou.',
      },
    ],
    tooLong: ({ words }) => [
      {
        title: `${words} palavras são demais`,
        detail: 'As linhas mais fortes se perdem. Lê-se a primeira página e o resto por alto.',
        advice:
          'Dê dois terços do espaço aos últimos cinco anos e reduza o mais antigo a uma linha.',
      },
    ],
    noExperience: () => [
      {
        title: 'Nenhuma experiência encontrada',
        detail: 'Não há emprego, estágio ou projeto com data.',
        advice:
          'Acrescente estágios, trabalhos temporários, projetos ou voluntariado com período, lugar e o que você fez.',
      },
    ],
    noResult: ({ topic }) => [
      {
        title: 'Uma tarefa sem resultado',
        detail: 'A linha diz o que foi feito, mas não o que mudou.',
        advice: `Acrescente um número, por exemplo ${countable[topic]}. Uma estimativa honesta (“cerca de 20”) serve.`,
      },
      {
        title: 'E o que resultou disso?',
        detail: 'Quem lê conhece a atividade e tem de adivinhar o efeito.',
        advice: `Termine a linha com o resultado. Aqui dá para contar: ${countable[topic]}.`,
      },
      {
        title: 'Atividade sim, efeito não',
        detail: 'Qualquer pessoa com o mesmo cargo poderia ter escrito esta linha.',
        advice: `Torne-a sua com um número: ${countable[topic]}.`,
      },
    ],
    onlySize: ({ figure, topic }) => [
      {
        title: `“${figure}” é um tamanho, ainda não um efeito`,
        detail: 'A linha mostra quanto foi, mas não o que melhorou com você.',
        advice: `Acrescente a mudança, por exemplo ${countable[topic]}.`,
      },
    ],
    flatSummary: () => [
      {
        title: 'O resumo não cita resultado',
        detail: 'É a primeira coisa que se lê, e não tem número.',
        advice: 'Traga para cá o seu melhor número, em meia frase.',
      },
    ],
    passive: ({ phrase }) => [
      {
        title: `“${phrase}” esconde o que você fez`,
        detail: 'Parece a descrição do cargo, e não a sua parte.',
        advice:
          'Comece com o verbo da sua ação (criei, planejei, decidi, treinei) e termine com o que resultou.',
      },
      {
        title: `Troque “${phrase}”`,
        detail: 'Fica em aberto se você decidiu, fez ou assistiu.',
        advice: 'Pergunte-se o que teria faltado sem você e comece a linha com esse verbo.',
      },
    ],
    cliche: ({ phrase }) => [
      {
        title: `“${phrase}” diz pouco`,
        detail: 'Está em metade dos currículos e não pode ser verificado.',
        advice: 'Apague, ou troque por um episódio que o mostre.',
      },
    ],
    vague: ({ word }) => [
      {
        title: `“${word}” deixa a adivinhar`,
        detail: 'Quantidades vagas soam menores do que foram.',
        advice: `No lugar de “${word}”, escreva o número ou cite os dois mais importantes.`,
      },
    ],
    timelineGap: ({ from, to, months }) => [
      {
        title: `${months} meses sem registro`,
        detail: `Entre ${from} e ${to} o currículo silencia, até a entrada citada aqui.`,
        advice:
          'Basta uma linha honesta: licença parental, formação, viagem, um projeto, procura de trabalho.',
      },
    ],
    undated: () => [
      {
        title: 'Um emprego sem datas',
        detail: 'Sem período ninguém sabe há quanto tempo foi nem quanto durou.',
        advice: 'Acrescente mês e ano de início e fim, no mesmo formato das outras entradas.',
      },
    ],
    impossibleDates: ({ dates }) => [
      {
        title: 'Datas que não podem estar certas',
        detail: `“${dates}” termina antes de começar ou está no futuro.`,
        advice: 'Corrija o período; as datas são a primeira coisa que se confere.',
      },
    ],
    shortStints: ({ count }) => [
      {
        title: `${count} empregos com menos de dez meses`,
        detail: 'Lidos em sequência, levantam uma pergunta que o currículo não responde.',
        advice: 'Indique contratos a prazo e projetos como tais, ou agrupe-os sob um título.',
      },
    ],
    missingSections: ({ missing }) => [
      {
        title: `Falta: ${listed(
          missing.map((kind) => wordingPt.section[kind]),
          and,
        )}`,
        detail: 'Não há título nem conteúdo sobre isso, nem para quem lê nem para uma busca.',
        advice: 'Acrescente sob o título habitual, para estar onde todos procuram.',
      },
    ],
    contact: ({ missing }) => [
      {
        title: 'O contato está incompleto',
        detail: `No currículo falta ${listed(
          missing.map((part) => wordingPt.contactPart[part]),
          and,
        )}.`,
        advice: 'Ponha numa linha abaixo do nome, como texto e não como imagem.',
      },
    ],
    unshownSkills: ({ skills }) => [
      {
        title: `Citado, mas nunca mostrado: ${skills.slice(0, 3).join(', ')}`,
        detail: `${capitalised(listed(skills, and))} estão na lista, mas nenhuma linha sobre o seu trabalho os menciona.`,
        advice: `Cite ${skills[0] ?? 'a competência'} na linha em que usou, ou retire aquilo sobre o que não quer ser perguntado.`,
      },
    ],
    fewSkills: ({ count }) => [
      {
        title:
          count === 0
            ? 'Nenhuma competência específica'
            : `Apenas ${count} ${count === 1 ? 'competência específica' : 'competências específicas'}`,
        detail: 'Recrutadores buscam por termos: ferramentas, métodos, certificados, programas.',
        advice:
          'Acrescente as seis a dez que você realmente usou nos últimos dois anos, com as palavras das vagas que procura.',
      },
    ],
    longLine: ({ words }) => [
      {
        title: `Uma linha de ${words} palavras`,
        detail: 'Contém vários resultados, e nenhum fica na memória.',
        advice: 'Divida: uma linha, um resultado, no máximo 25 palavras.',
      },
    ],
    noBullets: () => [
      {
        title: 'Parágrafos em vez de tópicos',
        detail: 'No texto corrido não se vê onde acaba um resultado e começa o outro.',
        advice: 'Faça de cada conquista um tópico de uma ou duas linhas, a mais forte primeiro.',
      },
    ],
    misspelling: ({ wrong, right }) => [
      {
        title: `Ortografia: “${wrong}”`,
        detail: `O certo é “${right}”. Um deslize assim é notado antes do conteúdo.`,
        advice: 'Corrija e peça a outra pessoa que leia o currículo inteiro.',
      },
    ],
    personal: ({ detail }) => [
      {
        title: 'Dados pessoais desnecessários',
        detail: `“${detail}” não deve contar na seleção.`,
        advice: 'Retire e use a linha para um resultado.',
      },
    ],
    noWorkLink: ({ field }) => [
      {
        title: 'Nada para ver',
        detail: `Em ${field === 'design' ? 'design' : 'software'} as pessoas gostam de ver por si, e não há link.`,
        advice:
          field === 'design'
            ? 'Indique um portfólio com dois ou três casos.'
            : 'Indique um repositório, uma palestra ou um produto no ar.',
      },
    ],
  },
  headline: (facts) => {
    const { role, years: count, score, best, isFull } = facts
    const who = role ?? 'Este currículo'
    const long = count ? ` com ${years(count)} de experiência` : ''
    if (isFull) return [`${who}${long}: convence em todos os pontos`]
    if (score >= 90)
      return [
        `${who}${long}: convence em ${wordingPt.part[best]}, resta pouco a corrigir`,
        `${who}${long}: forte em ${wordingPt.part[best]}, resta pouco a ganhar`,
      ]
    if (score >= 75)
      return [
        `${who}${long}: convence em ${wordingPt.part[best]}; onde mais pode ganhar é em ${lost(facts)}`,
        `${who}${long}: forte em ${wordingPt.part[best]}; a seguir vem ${lost(facts)}`,
      ]
    if (score >= 50)
      return [
        `${who}${long}: bem em ${wordingPt.part[best]}; onde mais pode ganhar é em ${lost(facts)}`,
        `${who}${long}: há substância; o que mais se perde é em ${lost(facts)}`,
      ]
    return [
      `${who}${long}: fez mais do que mostra, sobretudo em ${lost(facts)}`,
      `${who}${long}: primeiro ${lost(facts)}, depois o resto`,
    ]
  },
  summary: (facts) => {
    const { measured, workLines, score, best, worst, points, skills, isFull } = facts
    const gains = `Ganha mais em ${wordingPt.part[best]} (${points[best].join(' de ')})`
    const loses = `em ${wordingPt.part[worst]} (${points[worst].join(' de ')})${because(facts)}`
    return [
      workLines === 0
        ? 'Não há linha sobre o seu trabalho que possa ser avaliada.'
        : `${measured} de ${workLines} linhas sobre o seu trabalho ${measured === 1 ? 'traz' : 'trazem'} um resultado medido.`,
      skills.length > 0
        ? `Destacam-se ${listed(skills, and)}.`
        : 'Nenhuma competência específica se destaca.',
      isFull
        ? `${gains}, e quase nada falta no resto.`
        : score >= 90
          ? `${gains}; o pouco que falta está sobretudo ${loses}.`
          : `${gains} e perde mais ${loses}.`,
    ].join(' ')
  },
  notJudged: {
    empty: {
      headline: 'Não há texto para avaliar',
      summary:
        'O documento não tem texto legível. Se for uma digitalização, exporte o currículo como texto.',
    },
    'not-a-cv': {
      headline: 'Isto não parece um currículo',
      summary:
        'O texto não cita empregadores, períodos de trabalho nem função; avaliar seria adivinhar.',
    },
  },
}
