import { z } from 'zod'
import { embedText } from '../embed.ts'
import { ApiError } from './api-error.ts'
import { countTokens } from './tokens.ts'

export const embeddingsRequest = z.looseObject({
  model: z.string(),
  input: z.union([z.string(), z.array(z.string()).min(1).max(2048)]),
  dimensions: z.int().min(1).max(3072).nullish(),
  encoding_format: z.enum(['float', 'base64']).nullish(),
})

type EmbeddingsRequest = z.infer<typeof embeddingsRequest>

export function embeddingInputs(body: EmbeddingsRequest): string[] {
  const inputs = typeof body.input === 'string' ? [body.input] : body.input
  if (inputs.some((input) => input === ''))
    throw new ApiError(400, "'input' cannot hold an empty string.", 'invalid_value', 'input')
  return inputs
}

export function embeddingsReply(body: EmbeddingsRequest, inputs: readonly string[]): object {
  const tokens = inputs.reduce((sum, input) => sum + countTokens(input), 0)
  return {
    object: 'list',
    model: body.model,
    data: inputs.map((input, index) => {
      const vector = embedText(input, body.dimensions ?? 1536)
      const embedding =
        body.encoding_format === 'base64'
          ? Buffer.from(new Float32Array(vector).buffer).toString('base64')
          : vector
      return { object: 'embedding', index, embedding }
    }),
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  }
}
