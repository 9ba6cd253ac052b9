/** Characters of one question. */
export const maxQuestionLength = 2_000
/** Characters of one answer; the model is also given a bound in tokens. */
export const maxAnswerLength = 20_000
export const maxTitleLength = 80
export const chatsPerPage = 20
/** The latest of a conversation; the model is shown fewer. */
export const messagesShown = 200
