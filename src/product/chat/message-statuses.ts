/** Only an assistant's message is ever other than `complete`. */
export const messageStatuses = ['writing', 'complete', 'stopped', 'failed', 'interrupted'] as const
export const messageRoles = ['user', 'assistant'] as const
