/** Characters of one question. */
export const maxQuestionLength = 2_000
/** Characters of one answer; the model is also given a bound in tokens. */
export const maxAnswerLength = 20_000
export const maxTitleLength = 80
export const chatsPerPage = 20
/** Of one person. Whoever has so many deletes some. */
export const maxChats = 1_000
/** The latest of a conversation; the model is shown fewer. */
export const messagesShown = 200

/** Questions that fail are given back, but each costs: so many tries for each question of a limit. */
export const triesPerQuestion = 3
/** Somebody without an account; clearing the cookie helps only until the job's own limit. */
export const visitorLimits = {
  questionsPerDay: 3,
  chats: 10,
  questionsPerDayOfJob: 100,
  /** Of a tenant's month, so that strangers cannot use up what people with accounts need. */
  shareOfTenant: 0.5,
  /** An office or a university is one address: high enough for all who sit there. */
  perAddress: { max: 50, windowSeconds: 24 * 60 * 60 },
}
