/**
 * How the applications to an organisation can be sorted; as in JSON:API, `-` is the newest or highest
 * first. Applications without a score come last either way.
 */
export const pipelineOrders = ['-received', 'received', '-score', 'score'] as const
export type PipelineOrder = (typeof pipelineOrders)[number]

export const usualPipelineOrder: PipelineOrder = '-received'
