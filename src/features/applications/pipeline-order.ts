export const pipelineOrders = ['newest', 'oldest', 'highest', 'lowest'] as const
/** By the date, or by the score of the review; who sent none comes last either way. */
export type PipelineOrder = (typeof pipelineOrders)[number]
