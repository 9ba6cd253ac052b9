/** `running`: the file is read, or waits for it; `judging`: its text is with the model. */
export const reviewStatuses = ['running', 'judging', 'done', 'failed'] as const
