import { capitalised, listed } from 'local-cloud/model/words.ts'
import type { ContactPart, Missing } from './findings.ts'
import type { Topic } from './topics.ts'
import type { GapWording } from './wording.ts'

const and = 'e'

/** Amounts that a line about this topic could give. */
const countable: Record<Topic, string> = {
  care: 'doentes por turno, número de camas, quedas evitadas ou tempo ganho na passagem de turno',
  teaching: 'número de alunos, taxas de aprovação antes e depois ou aulas por semana',
  speed: 'o tempo antes e depois, entregas por semana ou horas de trabalho manual poupadas',
  cost: 'o orçamento, a poupança ou o número de fornecedores ou faturas',
  revenue: 'faturação, contratos fechados, objetivo alcançado ou conversão antes e depois',
  people: 'quantas pessoas, em quanto tempo e quando passaram a trabalhar sozinhas',
  customers: 'clientes atendidos, tempo de resposta ou satisfação antes e depois',
  quality: 'erros ou incidentes antes e depois, cobertura de testes ou resultados de auditorias',
  reach: 'leitores, visitantes, inscrições ou custo por contacto antes e depois',
  software: 'utilizadores, pedidos por dia, tempo de carregamento ou horas poupadas',
  operations: 'volume por dia, rigor do stock, prazos ou entregas dentro do prazo',
  craft: 'peças por semana, desperdício, correções ou trabalhos entregues a tempo',
  general: 'quantos, com que frequência, quanto mais depressa ou quanto se poupou',
}

/** Changes to ask for when the line gives a size already. */
const change: Record<Topic, string> = {
  care: 'quedas evitadas, tempos de espera ou tempo ganho na passagem de turno',
  teaching: 'aprovações ou notas antes e depois',
  speed: 'o tempo antes e depois',
  cost: 'quanto se poupou',
  revenue: 'o crescimento face ao ano anterior',
  people: 'quantas ficaram, ou quando passaram a trabalhar sozinhas',
  customers: 'tempo de resposta, reclamações ou satisfação antes e depois',
  quality: 'erros ou incidentes antes e depois',
  reach: 'visitantes, inscrições ou custo por contacto antes e depois',
  software: 'tempo de carregamento, falhas ou pedidos de apoio antes e depois',
  operations: 'prazos, erros ou pontualidade antes e depois',
  craft: 'desperdício, correções ou tempo por peça antes e depois',
  general: 'o que ficou mais rápido, mais barato ou melhor',
}

export const sectionPt: Record<Missing, string> = {
  contact: 'contactos',
  summary: 'resumo',
  experience: 'experiência profissional',
  education: 'formação',
  skills: 'competências',
  languages: 'línguas',
}

const howToAdd: Record<Missing, string> = {
  contact: 'Põe o email e o telefone numa linha por baixo do nome.',
  summary: 'Abre com duas ou três linhas: o que fazes, para quem e o teu melhor resultado.',
  experience: 'Estágios, part-times e voluntariado também contam, com datas.',
  education: 'Indica curso, escola e anos, uma linha para cada.',
  skills: 'Indica seis a dez ferramentas e métodos, com as palavras das vagas que procuras.',
  languages: 'Indica o nível de cada língua, de A1 a nativo.',
}

const contactPart: Record<ContactPart, string> = {
  email: 'um endereço de email',
  phone: 'um número de telefone',
  link: 'uma ligação para o teu perfil ou portefólio',
}

const isPlural = (missing: Missing[]) =>
  missing.length > 1 || missing.some((kind) => sectionPt[kind].endsWith('s'))

export const gapsPt: GapWording = {
  addressesReviewer: () => [
    {
      title: 'Uma linha dirige-se a quem analisa',
      detail: 'Tenta dizer a quem lê como deve julgar o CV. Não teve efeito na pontuação.',
      advice: 'Elimina-a. Quem a encontrar, mesmo em texto oculto, vai confiar menos no resto.',
    },
  ],
  empty: () => [
    {
      title: 'Não há texto para analisar',
      detail: 'O ficheiro não tem texto legível. Talvez seja uma digitalização ou uma imagem.',
      advice:
        'Exporta o CV do editor de texto em PDF ou DOCX, de modo que o texto se possa selecionar, e carrega-o de novo.',
    },
  ],
  notACv: ({ start }) => [
    {
      title: 'Isto não parece um CV',
      detail: `O texto começa por “${start}” e não indica empregador, período de trabalho nem função.`,
      advice:
        'Verifica se é o ficheiro certo. Um CV precisa, no mínimo, da tua função, dos empregadores com datas e dos teus contactos.',
    },
  ],
  tooShort: ({ words }) => [
    {
      title: `Em ${words} palavras fica muito por dizer`,
      detail: 'Um bom CV costuma ter entre 250 e 700. Só se pode avaliar o que lá está.',
      advice: 'Escreve três a cinco linhas por emprego: o que fizeste, com quê e o que resultou.',
    },
  ],
  tooLong: ({ words }) => [
    {
      title: `${words} palavras são demasiadas`,
      detail: 'As linhas mais fortes perdem-se. Lê-se a primeira página, e o resto na diagonal.',
      advice:
        'Dá dois terços do espaço aos últimos cinco anos e reduz a uma linha o que tem mais de dez.',
    },
  ],
  noExperience: () => [
    {
      title: 'Não se encontra experiência',
      detail: 'Não há emprego, estágio ou projeto com data.',
      advice:
        'Acrescenta estágios, part-times, projetos ou voluntariado, com período, local e o que lá fizeste.',
    },
  ],
  noResult: ({ topic }) => [
    {
      title: 'Uma tarefa sem resultado',
      detail: 'A linha diz o que foi feito, mas não o que mudou.',
      advice: `Acrescenta um número, por exemplo ${countable[topic]}. Uma estimativa honesta (“cerca de 20”) serve.`,
    },
    {
      title: 'E o que resultou daí?',
      detail: 'Quem lê fica a saber o que fizeste e tem de adivinhar o efeito.',
      advice: `Termina a linha com o resultado. Aqui podes indicar: ${countable[topic]}.`,
    },
    {
      title: 'Uma atividade, ainda sem efeito',
      detail: 'Qualquer pessoa com o mesmo cargo podia ter escrito esta linha.',
      advice: `Torna-a tua com um número: ${countable[topic]}.`,
    },
  ],
  onlySize: ({ figure, topic }) => [
    {
      title: `“${figure}” é uma dimensão, ainda não um efeito`,
      detail: 'A linha mostra quanto foi, mas não o que melhorou graças a ti.',
      advice: `Acrescenta o que mudou, por exemplo ${change[topic]}.`,
    },
  ],
  flatSummary: () => [
    {
      title: 'O resumo não refere nenhum resultado',
      detail: 'É a primeira coisa que se lê: diz o que és, mas ainda não o que conseguiste.',
      advice: 'Traz para cima o teu melhor número, em meia frase.',
    },
  ],
  passive: ({ phrase }) => [
    {
      title: `“${phrase}” esconde o que fizeste`,
      detail: 'Parece a descrição de um cargo, e não a tua parte no trabalho.',
      advice:
        'Começa pelo verbo daquilo que tu fizeste (criei, planeei, decidi, formei) e termina com o que resultou.',
    },
    {
      title: `Troca “${phrase}”`,
      detail: 'Fica por saber se decidiste, se fizeste ou se assististe.',
      advice: 'Pensa no que teria faltado sem ti e começa a linha por esse verbo.',
    },
  ],
  cliche: ({ phrase }) => [
    {
      title: `“${phrase}” diz pouco`,
      detail: 'Está em metade dos CV e não se pode verificar.',
      advice: 'Retira, ou põe no seu lugar um exemplo que o mostre.',
    },
  ],
  vague: ({ word }) => [
    {
      title: `“${word}” deixa a adivinhar`,
      detail: 'As quantidades vagas parecem mais pequenas do que foram.',
      advice: `Em vez de “${word}”, escreve o número ou dá dois exemplos.`,
    },
  ],
  timelineGap: ({ from, to, months }) => [
    {
      title: months === null ? `Nada entre ${from} e ${to}` : `${months} meses sem registo`,
      detail: `${months === null ? 'O CV não diz' : `Entre ${from} e ${to}, o CV não diz`} o que fizeste antes desta entrada, e quem lê começa a adivinhar.`,
      advice:
        'Basta uma linha honesta: licença parental, formação, viagem, um projeto, procura de emprego.',
    },
  ],
  undated: () => [
    {
      title: 'Um emprego sem datas',
      detail: 'Sem período, não se sabe há quanto tempo foi nem quanto durou.',
      advice: 'Acrescenta mês e ano de início e de fim, no mesmo formato das outras entradas.',
    },
  ],
  impossibleDates: ({ dates }) => [
    {
      title: 'Datas que não podem estar certas',
      detail: `“${dates}” termina antes de começar ou está no futuro.`,
      advice: 'Corrige o período. As datas são a primeira coisa que se confirma.',
    },
  ],
  shortStints: ({ count }) => [
    {
      title: `${count} empregos com menos de dez meses`,
      detail: 'Lidos de seguida, levantam uma pergunta a que o CV não responde.',
      advice: 'Indica quais foram contratos a termo ou projetos, ou junta-os sob um só título.',
    },
  ],
  missingSections: ({ missing }) => [
    {
      title: `${isPlural(missing) ? 'Faltam' : 'Falta'}: ${listed(
        missing.map((kind) => sectionPt[kind]),
        and,
      )}`,
      detail: 'Quem recruta procura primeiro os títulos habituais, e os programas também.',
      advice: missing
        .slice(0, 2)
        .map((kind) => howToAdd[kind])
        .join(' '),
    },
  ],
  contact: ({ missing }) => [
    {
      title: 'Os contactos estão incompletos',
      detail: `No CV ${missing.length === 1 ? 'falta' : 'faltam'} ${listed(
        missing.map((part) => contactPart[part]),
        and,
      )}.`,
      advice: 'Basta uma linha por baixo do nome, como texto e não como imagem.',
    },
  ],
  unshownSkills: ({ skills }) => [
    {
      title: `Na lista, mas nunca à vista: ${skills.slice(0, 3).join(', ')}`,
      detail: `${capitalised(listed(skills, and))} estão na lista, mas em nenhuma linha sobre o teu trabalho.`,
      advice: `Refere ${skills[0] ?? 'a competência'} na linha em que te serviu, e retira o que preferes que não te perguntem.`,
    },
  ],
  fewSkills: ({ count }) => [
    {
      title:
        count === 0
          ? 'Nenhuma competência concreta'
          : `Apenas ${count} ${count === 1 ? 'competência concreta' : 'competências concretas'}`,
      detail: 'Quem recruta procura por termos: ferramentas, métodos, certificados, programas.',
      advice:
        'Acrescenta as seis a dez que usaste mesmo nos últimos dois anos, com as palavras das vagas que procuras.',
    },
  ],
  longLine: ({ words }) => [
    {
      title: `Uma linha de ${words} palavras`,
      detail: 'Tem várias ideias, e nenhuma fica na memória.',
      advice: 'Divide-a: uma linha, um resultado, 25 palavras no máximo.',
    },
  ],
  noBullets: () => [
    {
      title: 'Parágrafos em vez de tópicos',
      detail: 'No texto corrido não se vê onde acaba um resultado e começa o seguinte.',
      advice: 'Faz de cada resultado um tópico de uma ou duas linhas, o mais forte primeiro.',
    },
  ],
  misspelling: ({ wrong, right }) => [
    {
      title: `Ortografia: “${wrong}”`,
      detail: `O correto é “${right}”. Um deslize destes nota-se antes do conteúdo.`,
      advice: 'Corrige-o e pede a outra pessoa que leia o CV todo.',
    },
  ],
  personal: ({ detail }) => [
    {
      title: 'Dados pessoais de que ninguém precisa',
      detail: `“${detail}” não deve contar na seleção.`,
      advice: 'Retira-os e usa a linha para um resultado.',
    },
  ],
  noWorkLink: ({ field }) => [
    {
      title: 'Sem ligação para o teu trabalho',
      detail: `Em ${field === 'design' ? 'design' : 'software'}, as pessoas gostam de ver por si.`,
      advice:
        field === 'design'
          ? 'Indica um portefólio com dois ou três projetos.'
          : 'Indica um repositório, uma apresentação, um pacote ou um produto em uso.',
    },
  ],
}
