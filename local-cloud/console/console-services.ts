import type { PartSummary } from '../environment.ts'
import type { LocalMail } from '../mail/start-local-mail.ts'
import type { LocalModel } from '../model/start-local-model.ts'
import type { LocalStorage } from '../storage/start-local-storage.ts'
import type { LocalStripe } from '../stripe/start-local-stripe.ts'

export interface SeededAccount {
  label: string
  email: string
  password: string
}

/** The parts that the console shows; one that is missing is the real service. */
export interface ConsoleServices {
  appUrl: string
  /** The app's page that a signed-in account begins at. */
  signedInPath: string
  accounts: SeededAccount[]
  parts: PartSummary[]
  mail?: LocalMail
  stripe?: LocalStripe
  storage?: LocalStorage
  model?: LocalModel
}
