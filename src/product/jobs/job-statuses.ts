/** The statuses in the order of the tabs. The routes read this file, so it carries no sentences. */
export const jobStatuses = ['published', 'draft', 'closed'] as const
