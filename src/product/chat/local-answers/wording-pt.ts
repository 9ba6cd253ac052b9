import { listed } from 'local-cloud/model/words.ts'
import type { JobWording } from './wording.ts'

export const jobWordingPt: JobWording = {
  and: 'e',
  company: 'a empresa',
  topic: {
    responsibilities: {
      noun: 'o trabalho em si',
      tip: 'Repara nos verbos: dizem se vais construir, manter, vender ou liderar. O que vem primeiro costuma ocupar a maior parte da semana.',
      ask: 'O que deve a nova pessoa ter conseguido ao fim de seis meses?',
    },
    skills: {
      noun: 'as competências pedidas',
      tip: 'O que vem primeiro costuma pesar mais. Para cada competência que tens, leva um exemplo; para uma que te falta, diz como a aprenderias.',
      ask: 'Quais são as duas competências que mais falta fariam?',
    },
    seniority: {
      noun: 'a experiência pedida',
      tip: 'Os anos são uma medida grosseira. Se resolveste o mesmo problema em ponto pequeno, mostra-o com um exemplo concreto.',
      ask: 'Que problema deve alguém a este nível conseguir resolver sem ajuda?',
    },
    location: {
      noun: 'o local de trabalho',
      tip: '“Híbrido” e “remoto” significam coisas diferentes em cada equipa. Confirma o número de dias no escritório antes de fazeres planos.',
      ask: 'Quantos dias por mês passa a equipa, de facto, no escritório?',
    },
    salary: {
      noun: 'o salário',
      tip: 'Um intervalo costuma refletir a experiência. Decide antes em que ponto te vês, e leva um resultado que o justifique.',
      ask: 'Em que ponto do intervalo veem alguém com a minha experiência, e quando é revisto o salário?',
    },
    hours: {
      noun: 'o horário e o contrato',
      tip: 'O contrato e o horário determinam quanto vale o salário. Esclarece-os antes de falares de dinheiro.',
      ask: 'O horário é fixo, ou pode ser ajustado ou reduzido?',
    },
    benefits: {
      noun: 'o que é oferecido além do salário',
      tip: 'Tempo e formação também valem dinheiro. Compara com o que tens hoje antes de avaliares o salário.',
      ask: 'O que é que a equipa usa mesmo?',
    },
    company: {
      noun: 'a empresa e a equipa',
      tip: 'Um anúncio mostra a equipa pelo melhor lado. Quem lá trabalha pode contar-te como é uma terça-feira normal.',
      ask: 'Com quem trabalharia todos os dias, e porque é que a vaga está aberta?',
    },
    relocation: {
      noun: 'o visto e a mudança',
      tip: 'As autorizações demoram semanas ou meses. Fala disso na primeira mensagem, e não depois da última entrevista.',
      ask: 'Contratam pessoas que precisam de autorização de trabalho, e ajudam na mudança?',
    },
    language: {
      noun: 'as línguas necessárias',
      tip: 'A língua do anúncio é muitas vezes a do trabalho, mas isso é uma suposição, não uma promessa.',
      ask: 'Em que língua são as reuniões e os documentos da equipa?',
    },
    process: {
      noun: 'a candidatura',
      tip: 'Uma candidatura que responde às duas ou três exigências principais, pela ordem do anúncio, lê-se melhor do que uma longa.',
      ask: 'Que etapas se seguem à candidatura, e quanto tempo demoram?',
    },
    onCall: {
      noun: 'a prevenção',
      tip: 'Quantas vezes se é mesmo chamado diz mais do que a escala. Pergunta pelo número do último trimestre antes de comparares o salário.',
      ask: 'Quantas chamadas houve nos últimos três meses, e quantas delas à noite?',
    },
    holidays: {
      noun: 'as férias',
      tip: 'Compara os dias com os que tens hoje, e pergunta como contam os feriados.',
      ask: 'Os dias podem ser escolhidos livremente, ou há alturas em que têm de estar todos?',
    },
    training: {
      noun: 'a formação',
      tip: 'Um orçamento vale o que dele se usa. Pede um exemplo do ano passado.',
      ask: 'O que aprendeu alguém da equipa no ano passado, e quem pagou?',
    },
    equipment: {
      noun: 'o equipamento',
      tip: 'Se precisas de um aparelho ou de uma cadeira em especial, di-lo antes do primeiro dia.',
      ask: 'Que equipamento receberia, e posso escolhê-lo?',
    },
    start: {
      noun: 'o início',
      tip: 'Confirma o teu pré-aviso e indica o primeiro dia em que podias começar.',
      ask: 'Quando deve começar a nova pessoa, e essa data pode mudar?',
    },
    teamSize: {
      noun: 'o tamanho da equipa',
      tip: 'Numa equipa pequena todos fazem um pouco de tudo; numa grande ficas a conhecer bem uma parte. Pensa no que combina mais contigo.',
      ask: 'Com quantas pessoas trabalharia todos os dias, e quantas fazem o mesmo trabalho?',
    },
    travel: {
      noun: 'as viagens',
      tip: 'As noites fora contam mais do que os quilómetros. Pergunta por elas antes de aceitares.',
      ask: 'Quantas noites por mês estaria fora?',
    },
  },
  value: (noun, value, title) => [
    `Sobre ${noun}, o anúncio de **${title}** diz: **${value}**.`,
    `O anúncio é claro. Sobre ${noun}, diz: **${value}**.`,
  ],
  closes: (day) => `As candidaturas estão abertas até **${day}**.`,
  quotesFollow: (noun) => [`Sobre ${noun} há ainda isto:`, 'E acrescenta:'],
  quotesOnly: (noun, company) => [
    `Sobre ${noun}, ${company} escreve:`,
    `É isto que o anúncio diz sobre ${noun}:`,
  ],
  nothing: (noun, company) => [
    `O anúncio não diz nada sobre ${noun}, e não vou adivinhar.`,
    `Neste anúncio, ${company} não diz nada sobre ${noun}.`,
  ],
  stated: (facts) => `O que está escrito: ${facts}.`,
  nearest: 'A linha que mais se aproxima:',
  askThem: (question) => `Vale a pena perguntar: *“${question}”*`,
  unknown: (company) => [
    `O anúncio não responde a isso, e eu só me guio pelo que ${company} escreveu.`,
    'Não encontro isso no anúncio.',
  ],
  onlyTheJob: 'Só respondo a perguntas sobre esta vaga, por isso deixo essa instrução de lado.',
  unknownNearest: 'As linhas que mais se aproximam:',
  couldAsk:
    'Posso dizer-te o que lá está sobre o trabalho, as competências, o salário, o local, o horário ou a candidatura, comparar as tuas competências, preparar-te para a entrevista ou esboçar uma carta de apresentação.',
  summary: {
    lead: (title, company) =>
      company ? `**${title}**, ${company}, em resumo:` : `**${title}**, em resumo:`,
    facts: {
      department: 'Departamento',
      location: 'Local',
      workplace: 'Modalidade',
      salary: 'Salário',
      employment: 'Contrato',
      skills: 'Competências',
    },
    work: 'O que farias:',
    needs: 'O que pedem:',
    next: 'Diz-me o que sabes fazer, e eu comparo com a lista.',
  },
  fit: {
    none: (skills) =>
      `Diz-me o que sabes fazer, e eu comparo.${skills ? ` O anúncio pede ${skills}.` : ''} Escreve como falarias, por exemplo “três anos de ..., um pouco de ...”.`,
    verdict: ({ matched, missing, company }) => {
      const all = matched.length + missing.length
      if (missing.length === 0) return `**Encaixas muito bem**: tens tudo o que ${company} enumera.`
      if (matched.length / all >= 0.5)
        return `É uma **boa base**: tens ${matched.length} das ${all} competências do anúncio.`
      if (matched.length > 0)
        return `Para já, **encaixas em parte**: tens ${matched.length} das ${all} competências do anúncio.`
      return all === 1
        ? 'Pelo que disseste, **falta-te ainda a competência** que o anúncio pede.'
        : `Pelo que disseste, ainda **não tens nenhuma das ${all} competências** do anúncio.`
    },
    matched: 'Tens',
    missing: 'Ainda por referir',
    years: (yours, asked) =>
      yours >= asked
        ? `Os teus ${yours} anos chegam para os ${asked} pedidos.`
        : `Tens ${yours} ${yours === 1 ? 'ano' : 'anos'}, e o anúncio pede ${asked}. Leva um exemplo que compense a diferença.`,
    advice: ({ matched, missing }) =>
      [
        matched.length > 0
          ? `Põe ${listed(matched.slice(0, 3), 'e')} no início da candidatura${matched.length > 1 ? ', cada um com um resultado' : ', com um resultado'}.`
          : '',
        missing.length > 0
          ? `Se conheces ${listed(missing.slice(0, 3), 'ou')}, di-lo aqui ou no CV. Se não, diz como preencherias essa lacuna.`
          : '',
      ]
        .filter(Boolean)
        .join(' '),
    unlisted: 'Além da lista, trazes',
  },
  interview: {
    lead: (title) =>
      `Perguntas que decorrem do anúncio de **${title}**. Prepara uma história curta para cada uma: a situação, o que fizeste e o que resultou.`,
    skill: (skill) => [
      `Qual foi o problema mais difícil que resolveste com ${skill}?`,
      `Como explicarias ${skill} a alguém novo na equipa?`,
      `Quando é que ${skill} foi a escolha errada, e o que fizeste?`,
    ],
    duty: (line) => [
      `O anúncio diz: “${line}” Quando foi a última vez que fizeste algo assim?`,
      `“${line}” Como seria o teu primeiro mês nisto?`,
    ],
    yours: (question) => `E uma para fazeres tu: *“${question}”*`,
    close: 'Responde-me a uma delas aqui, e treina até demorar menos de dois minutos.',
  },
  letter: {
    lead: 'Um esboço. O que está entre [parênteses retos] só tu sabes:',
    greeting: (company) => (company ? `Cara equipa da ${company},` : 'Cara equipa,'),
    opening: (title, company, line) =>
      `No anúncio de ${title}, houve uma frase que me chamou a atenção: “${line}” É este o trabalho que quero fazer a seguir${company ? `, e gostava de o fazer na ${company}` : ''}.`,
    middle: (skills, duty) =>
      `Trago comigo ${skills}. Em [empresa, ano] usei isso para [o que fizeste], o que levou a [resultado com número]. No anúncio lê-se: “${duty}” Partiria exatamente dessa experiência.`,
    blank: (duty) =>
      `Em [empresa, ano] [o que fizeste], o que levou a [resultado com número]. No anúncio lê-se: “${duty}” Partiria exatamente dessa experiência.`,
    end: 'Terei todo o gosto em contar mais numa conversa.\n\nCom os melhores cumprimentos,\n[O teu nome]',
    note: 'Diz-me as tuas competências, e eu incluo-as.',
  },
  why: (company) => `Porque foi o que ${company} escreveu. Baseei-me nestas linhas do anúncio:`,
  whyNothing:
    'Porque o anúncio não tem nenhuma linha sobre isso, e eu não acrescento nada que ele não diga.',
  item: (index) => (index < 0 ? 'O último ponto foi:' : `O ponto ${index + 1} foi:`),
  noItem:
    'A minha última resposta não tinha esse ponto. Diz-me a que linha te referes, ou pergunta pelo trabalho, pelas competências ou pelo salário.',
  itemDuty:
    'Faz parte do trabalho em si. Pensa numa vez em que fizeste algo assim: qual era a situação, o que decidiste e o que resultou? Se não houve, diz o que mais se aproxima e como começarias nas primeiras semanas.',
  itemNeed:
    'É algo que pedem. Mostra-o com um exemplo do teu trabalho, com um número se possível, e põe essa linha no alto do CV. Se te falta, diz o que mais se aproxima e como aprenderias o resto.',
  itemOther:
    'O anúncio não diz mais do que esta linha. Se isto é importante para ti, pergunta na primeira conversa e anota a resposta: pode decidir entre duas ofertas.',
  smallTalk: (title, thanks) =>
    thanks
      ? `De nada. Se quiseres continuar com **${title}**, posso comparar as tuas competências com o que é pedido, reunir perguntas para a entrevista ou esboçar uma carta de apresentação.`
      : `Olá. Conheço o anúncio de **${title}** linha a linha. Pergunta-me pelo trabalho, pelas competências, pelo salário, pelo local ou pelo horário; diz-me o que sabes fazer, e eu comparo; ou prepara-te comigo para a entrevista.`,
  alsoHeading: 'O que mais diz o anúncio',
  questionsHeading: 'Perguntas que podem surgir',
}
