import { listed } from '../words.ts'
import type { JobWording } from './wording.ts'

export const jobWordingPt: JobWording = {
  and: 'e',
  company: 'a empresa',
  topic: {
    responsibilities: {
      noun: 'o trabalho em si',
      tip: 'Repare nos verbos: dizem se você vai construir, manter, vender ou liderar. O que vem primeiro costuma ocupar a maior parte da semana.',
      ask: 'O que a nova pessoa deve ter alcançado depois de seis meses?',
    },
    skills: {
      noun: 'as competências pedidas',
      tip: 'O que vem primeiro costuma pesar mais. Para cada uma que você tem, leve um exemplo pronto; para uma que falta, diga como a aprenderia.',
      ask: 'Quais duas dessas competências fariam falta primeiro?',
    },
    seniority: {
      noun: 'a experiência pedida',
      tip: 'Os anos são uma medida grosseira. Quem resolveu o mesmo problema em escala menor pode mostrar isso com um exemplo concreto.',
      ask: 'Que problema alguém deste nível deve resolver sem ajuda?',
    },
    location: {
      noun: 'o local de trabalho',
      tip: '"Híbrido" e "remoto" significam coisas diferentes em cada equipe; confirme o número de dias presenciais antes de fazer planos.',
      ask: 'Quantos dias por mês a equipe passa de fato no escritório?',
    },
    salary: {
      noun: 'o salário',
      tip: 'Uma faixa costuma refletir a experiência. Decida antes em que ponto dela você se vê, e leve um resultado que sustente isso.',
      ask: 'Em que ponto da faixa veem alguém com a minha experiência, e quando o salário é revisto?',
    },
    hours: {
      noun: 'o horário e o contrato',
      tip: 'O contrato e as horas determinam quanto vale o salário; convém esclarecê-los antes de falar de dinheiro.',
      ask: 'O horário é fixo, e pode ser mudado ou reduzido?',
    },
    benefits: {
      noun: 'o que se oferece além do salário',
      tip: 'Tempo e formação também valem dinheiro; compare com o que você tem hoje antes de avaliar o salário.',
      ask: 'O que disso a equipe usa de verdade?',
    },
    company: {
      noun: 'a empresa e a equipe',
      tip: 'Um anúncio mostra a equipe pelo melhor lado. Quem trabalha lá pode contar como é uma terça-feira comum.',
      ask: 'Com quem eu trabalharia todos os dias, e por que a vaga está aberta?',
    },
    relocation: {
      noun: 'visto e mudança',
      tip: 'As autorizações levam semanas ou meses; é melhor falar disso na primeira mensagem, e não depois da última entrevista.',
      ask: 'Contratam pessoas que precisam de autorização de trabalho, e ajudam na mudança?',
    },
    language: {
      noun: 'os idiomas necessários',
      tip: 'O idioma do anúncio muitas vezes é o do trabalho, mas isso é uma suposição, não uma promessa.',
      ask: 'Em que idioma são as reuniões e os documentos da equipe?',
    },
    process: {
      noun: 'a candidatura',
      tip: 'Uma candidatura que responde às duas ou três exigências principais, na ordem do anúncio, lê-se melhor do que uma longa.',
      ask: 'Que etapas vêm depois da candidatura, e quanto tempo levam?',
    },
    onCall: {
      noun: 'a prevenção',
      tip: 'Quantas vezes se é realmente chamado diz mais do que a escala. Convém perguntar pelo número do último trimestre antes de comparar o salário.',
      ask: 'Quantas chamadas houve nos últimos três meses, e quantas delas à noite?',
    },
    holidays: {
      noun: 'as férias',
      tip: 'Compare os dias com os que tem hoje e pergunte como contam os feriados.',
      ask: 'Os dias podem ser escolhidos livremente, ou há épocas em que todos têm de estar?',
    },
    training: {
      noun: 'a formação',
      tip: 'Um orçamento vale o que dele se usa. Peça um exemplo do ano passado.',
      ask: 'O que aprendeu alguém da equipe no ano passado, e quem pagou?',
    },
    equipment: {
      noun: 'o equipamento',
      tip: 'Se precisa de um aparelho ou de uma cadeira em especial, diga antes do primeiro dia.',
      ask: 'Que equipamento receberia, e posso escolhê-lo?',
    },
    start: {
      noun: 'o início',
      tip: 'Saiba qual é o seu aviso prévio e indique o primeiro dia em que poderia começar.',
      ask: 'Quando deve começar a nova pessoa, e essa data pode mudar?',
    },
    teamSize: {
      noun: 'o tamanho da equipe',
      tip: 'Numa equipe pequena todos fazem um pouco de tudo; numa grande conhece-se bem uma parte. Pense no que combina mais consigo.',
      ask: 'Com quantas pessoas trabalharia todos os dias, e quantas delas fazem o mesmo trabalho?',
    },
    travel: {
      noun: 'viagens',
      tip: 'As noites fora contam mais do que os quilómetros. Pergunte por elas antes de aceitar.',
      ask: 'Quantas noites por mês estaria fora?',
    },
  },
  value: (noun, value, title) => [
    `Sobre ${noun}, o anúncio de **${title}** diz: **${value}**.`,
    `O anúncio é claro. Sobre ${noun}, diz: **${value}**.`,
  ],
  closes: (day) => `As candidaturas estão abertas até **${day}**.`,
  quotesFollow: (noun) => [`Sobre ${noun} há ainda estas linhas:`, 'E acrescenta:'],
  quotesOnly: (noun, company) => [
    `Sobre ${noun}, ${company} escreve:`,
    `É isto que o anúncio diz sobre ${noun}:`,
  ],
  nothing: (noun, company) => [
    `O anúncio não diz nada sobre ${noun}, e não quero adivinhar.`,
    `Neste anúncio, ${company} não menciona ${noun}.`,
  ],
  stated: (facts) => `O que está escrito: ${facts}.`,
  nearest: 'A linha que mais se aproxima:',
  askThem: (question) => `Vale perguntar: *"${question}"*`,
  unknown: (company) => [
    `O anúncio não responde a isso, e eu me limito ao que ${company} escreveu.`,
    'Não encontro isso no anúncio.',
  ],
  unknownNearest: 'As linhas que mais se aproximam:',
  couldAsk:
    'Posso dizer o que ele traz sobre o trabalho, as competências, o salário, o local, o horário ou a candidatura, comparar as suas competências, preparar você para a entrevista ou esboçar uma carta de apresentação.',
  summary: {
    lead: (title, company) => `**${title}** em ${company}, em resumo:`,
    facts: {
      department: 'Departamento',
      location: 'Local',
      workplace: 'Modalidade',
      salary: 'Salário',
      employment: 'Contrato',
      seniority: 'Nível',
      skills: 'Competências',
    },
    work: 'O que você faria:',
    needs: 'O que pedem:',
    next: 'Diga o que você sabe fazer, e eu comparo com a lista.',
  },
  fit: {
    none: (skills) =>
      `Diga o que você sabe fazer, e eu comparo. O anúncio pede ${skills}. Escreva como falaria, por exemplo "três anos de ..., um pouco de ...".`,
    verdict: ({ matched, missing, company }) => {
      const all = matched.length + missing.length
      if (missing.length === 0)
        return `Parece uma **combinação forte**: você citou tudo o que ${company} lista.`
      if (matched.length / all >= 0.5)
        return `É uma **boa base**: ${matched.length} das ${all} competências do anúncio estão cobertas.`
      if (matched.length > 0)
        return `Por enquanto é uma **combinação parcial**: ${matched.length} das ${all} competências do anúncio.`
      return `Pelo que você contou, **nenhuma das ${all} competências** do anúncio está coberta ainda.`
    },
    matched: 'Você tem',
    missing: 'Ainda não citado',
    years: (yours, asked) =>
      yours >= asked
        ? `Os seus ${yours} anos atendem aos ${asked} pedidos.`
        : `Você tem ${yours} anos, e o anúncio pede ${asked}. Leve um exemplo que compense a diferença.`,
    advice: ({ matched, missing }) =>
      [
        matched.length > 0
          ? `Ponha ${listed(matched.slice(0, 3), 'e')} no início da candidatura, cada um com um resultado.`
          : '',
        missing.length > 0
          ? `Se você conhece ${listed(missing.slice(0, 3), 'ou')}, diga: aqui ou no currículo. Se não, diga como fecharia essa lacuna.`
          : '',
      ]
        .filter(Boolean)
        .join(' '),
    unlisted: 'Além da lista, você também traz',
  },
  interview: {
    lead: (title) =>
      `Perguntas que decorrem do anúncio de **${title}**. Prepare uma história curta para cada uma: situação, o que fez, o que resultou.`,
    skill: (skill) => [
      `Qual foi a coisa mais difícil que você resolveu com ${skill}?`,
      `Como explicaria ${skill} a alguém novo na equipe?`,
      `Quando ${skill} foi a escolha errada, e o que você fez?`,
    ],
    duty: (line) => [
      `O anúncio diz: "${line}" Quando você fez algo assim pela última vez?`,
      `"${line}" Como seria o seu primeiro mês nisso?`,
    ],
    yours: 'E uma para você fazer:',
    close: 'Responda uma delas aqui e pratique até levar menos de dois minutos.',
  },
  letter: {
    lead: 'Um esboço. O que está entre [colchetes] só você sabe:',
    greeting: (company) => `Prezada equipe de ${company},`,
    opening: (title, company, line) =>
      `no anúncio de ${title}, uma frase me chamou a atenção: "${line}" É esse o trabalho que quero fazer a seguir, e gostaria de fazê-lo em ${company}.`,
    middle: (skills, duty) =>
      `Trago ${skills}. Em [empresa, ano] usei isso para [o que fez], o que levou a [resultado com número]. No anúncio está escrito: "${duty}" Eu partiria exatamente dessa experiência.`,
    blank: (duty) =>
      `Em [empresa, ano] eu [o que fez], o que levou a [resultado com número]. No anúncio está escrito: "${duty}" Eu partiria exatamente dessa experiência.`,
    end: 'Terei gosto em contar mais numa conversa.\n\nCordialmente,\n[Seu nome]',
    note: 'Diga as suas competências, e eu as incluo.',
  },
  why: (company) => `Porque foi o que ${company} escreveu. Baseei-me nestas linhas do anúncio:`,
  whyNothing:
    'Porque o anúncio não tem nenhuma linha sobre isso, e eu não acrescento nada que ele não diga.',
  item: (index) => (index < 0 ? 'O último ponto foi:' : `O ponto ${index + 1} foi:`),
  noItem:
    'A minha última resposta não tinha esse ponto. Diga a que linha se refere, ou pergunte sobre o trabalho, as competências ou o salário.',
  itemDuty:
    'Faz parte do trabalho em si. Pense numa vez em que fez algo assim: qual era a situação, o que decidiu e o que resultou? Se não houve, diga o que mais se aproxima e como procederia nas primeiras semanas.',
  itemNeed:
    'É algo que pedem. Mostre com um exemplo do seu trabalho, com um número se possível, e ponha essa linha no alto do currículo. Se lhe falta, diga o que mais se aproxima e como aprenderia o resto.',
  itemOther:
    'O anúncio não diz mais do que esta linha. Se isso importa para você, pergunte na primeira conversa e anote a resposta, pois pode decidir entre duas ofertas.',
  smallTalk: (title, thanks) =>
    thanks
      ? `De nada. Se quiser continuar com **${title}**: posso comparar as suas competências com o que se pede, reunir perguntas para a entrevista ou esboçar uma carta de apresentação.`
      : `Olá. Conheço o anúncio de **${title}** linha por linha. Pergunte sobre o trabalho, as competências, o salário, o local ou o horário; diga o que você sabe fazer, e eu comparo; ou prepare-se comigo para a entrevista.`,
  alsoHeading: 'O que mais está no anúncio',
  questionsHeading: 'Perguntas que podem surgir',
}
