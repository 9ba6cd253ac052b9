import type { SampleApplication } from './sample-application.ts'

/** Applications to Alvor Saúde and Pennine Freight. */
export const applicationsToOthers: SampleApplication[] = [
  {
    candidate: 'beatriz.nogueira@mail.example',
    job: 'Operations manager, Algarve',
    cv: 'beatriz-nogueira-cv.pdf',
    daysAgo: 19.5,
    coverNote: `Bom dia,

venho da indústria e não da saúde, mas abrir um armazém e abrir uma clínica têm mais em comum do que parece: tudo tem de estar lá no primeiro dia. Cresci em Tavira e gostava de voltar.

Com os melhores cumprimentos,
Beatriz Nogueira`,
    moves: [
      { to: 'in_review', daysAgo: 18.1, by: 'tiago@alvor.example' },
      { to: 'rejected', daysAgo: 15.9, by: 'ines@alvor.example' },
    ],
  },
  {
    candidate: 'diogo.faria@mail.example',
    job: 'Frontend engineer, video consultations',
    cv: 'diogo-faria.pdf',
    daysAgo: 4.4,
    coverNote: `My mother has her consultations by video since she moved to the village, and I am her technical support. So I know the waiting room of three services, and would like to build one that needs no son.

At Minho Saúde I build the appointment pages, and in my own time a small WebRTC call for our choir.`,
    moves: [
      { to: 'in_review', daysAgo: 3.8, by: 'tiago@alvor.example' },
      { to: 'interview', daysAgo: 1.6, by: 'tiago@alvor.example' },
    ],
  },
  {
    candidate: 'rosa.almeida@mail.example',
    job: 'Enfermeira ou enfermeiro de cuidados domiciliários',
    cv: 'CV Rosa Almeida.pdf',
    daysAgo: 0.8,
    coverNote: `Boa tarde,

faço visitas em casa há seis anos. No máximo sete por dia, escrevem no anúncio; hoje faço onze, e a diferença está exatamente no tempo para conversar. É por isso que me candidato.

Tenho carta de condução e cédula da Ordem. Poderia começar dentro de dois meses.

Rosa Almeida`,
    moves: [{ to: 'in_review', daysAgo: 0.3, by: 'tiago@alvor.example' }],
  },
  {
    candidate: 'candidate@loam.example',
    job: 'UX researcher',
    cv: 'clara-weiss-cv-2.pdf',
    daysAgo: 10.5,
    coverNote: `I am a designer who has always done her own research, and in the last two years it has become the part of the week I look forward to. Standing in a yard in the rain with somebody who moves containers sounds like the right kind of research.

I would move to Manchester in spring; my partner has family in Stockport.`,
    moves: [{ to: 'in_review', daysAgo: 8.4 }],
  },
  {
    candidate: 'thandiwe.mokoena@mail.example',
    job: 'Product manager, customs',
    cv: 'Thandiwe Mokoena - Product.pdf',
    daysAgo: 8.3,
    coverNote: `Customs pre-clearance for three ports is what I have done for four years. I would bring the list of what did not work.`,
    moves: [
      { to: 'in_review', daysAgo: 7.1 },
      { to: 'interview', daysAgo: 3.7 },
    ],
  },
]
