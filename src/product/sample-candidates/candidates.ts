import { annaLenaVogt } from './candidates/anna-lena-vogt.ts'
import { beatrizNogueira } from './candidates/beatriz-nogueira.ts'
import { claraWeiss } from './candidates/clara-weiss.ts'
import { diogoFaria } from './candidates/diogo-faria.ts'
import { henrikSolberg } from './candidates/henrik-solberg.ts'
import { jonasPetersen } from './candidates/jonas-petersen.ts'
import { leylaDemir } from './candidates/leyla-demir.ts'
import { mirelaIonescu } from './candidates/mirela-ionescu.ts'
import { priyaRaghunathan } from './candidates/priya-raghunathan.ts'
import { rosaAlmeida } from './candidates/rosa-almeida.ts'
import { samuelAdeyemi } from './candidates/samuel-adeyemi.ts'
import { thandiweMokoena } from './candidates/thandiwe-mokoena.ts'
import { tomaszKowalczyk } from './candidates/tomasz-kowalczyk.ts'
import type { SampleCandidate } from './sample-candidate.ts'

export const candidates: SampleCandidate[] = [
  claraWeiss,
  samuelAdeyemi,
  mirelaIonescu,
  tomaszKowalczyk,
  leylaDemir,
  priyaRaghunathan,
  jonasPetersen,
  annaLenaVogt,
  beatrizNogueira,
  henrikSolberg,
  thandiweMokoena,
  diogoFaria,
  rosaAlmeida,
]
