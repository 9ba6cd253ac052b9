import type { SampleCandidate } from '../sample-candidate.ts'

export const rosaAlmeida: SampleCandidate = {
  name: 'Rosa Almeida',
  email: 'rosa.almeida@mail.example',
  locale: 'pt',
  joinedDaysAgo: 2,
  cvs: [
    {
      name: 'CV Rosa Almeida.pdf',
      daysAgo: 0.9,
      text: `Rosa Almeida
Enfermeira · Vila Nova de Gaia
rosa.almeida@mail.example · +351 917 555 264

Perfil
Enfermeira com 11 anos de prática, 6 deles em cuidados domiciliários, com cerca de 1.200
visitas por ano.

Experiência profissional
Enfermeira de cuidados domiciliários — Unidade de Saúde Ribeira, Porto
set. 2018 – atual
• Acompanhei 85 doentes com feridas crónicas; 7 em cada 10 cicatrizaram em 12 semanas.
• Reduzi em 40% as idas à urgência dos meus doentes com um plano de contacto semanal.
• Formei 6 colegas no tratamento de feridas com terapia compressiva.
• Organizei as rotas da equipa; cada visita ganhou 9 minutos.

Enfermeira — Hospital de Santa Clara, Porto
jan. 2014 a ago. 2018
• Cuidei de 12 doentes por turno no serviço de medicina interna.
• Participei na introdução do registo eletrónico em 3 serviços.

Formação
Licenciatura em Enfermagem, Escola Superior de Enfermagem do Porto, 2009 – 2013
Pós-graduação em feridas crónicas, 2019

Competências
Cuidados domiciliários, feridas crónicas, terapia compressiva, cuidados paliativos, ensino

Idiomas
Português (nativo), Francês (B2), Inglês (B1)`,
    },
  ],
}
