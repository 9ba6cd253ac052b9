import { z } from 'zod'
import type { Conversation } from '../conversation.ts'
import { ApiError } from './api-error.ts'
import { sse, type Usage, type Writer } from './exchange.ts'
import { contentText, jsonSchema, refuseTools, turnsOf } from './messages.ts'

/** https://platform.openai.com/docs/api-reference/chat/create, the parts that a text model needs. */
export const chatRequest = z.looseObject({
  model: z.string(),
  messages: z
    .array(
      z.looseObject({
        role: z.enum(['system', 'developer', 'user', 'assistant']),
        content: z
          .union([z.string(), z.array(z.looseObject({ type: z.string() })), z.null()])
          .optional(),
      }),
    )
    .min(1),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  max_tokens: z.int().min(1).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
  n: z.int().nullish(),
  tools: z.array(z.unknown()).nullish(),
  response_format: z
    .discriminatedUnion('type', [
      z.looseObject({ type: z.literal('text') }),
      z.looseObject({ type: z.literal('json_object') }),
      z.looseObject({
        type: z.literal('json_schema'),
        json_schema: z.looseObject({ schema: jsonSchema.optional() }),
      }),
    ])
    .nullish(),
})

type ChatRequest = z.infer<typeof chatRequest>

export function chatConversation(body: ChatRequest): Conversation {
  if ((body.n ?? 1) > 1)
    throw new ApiError(
      400,
      'The local model gives one choice: n must be 1.',
      'unsupported_value',
      'n',
    )
  refuseTools(body.tools)
  const format = body.response_format
  return {
    ...turnsOf(
      body.messages.map(({ role, content }) => ({ role, text: contentText(content ?? '') })),
    ),
    schema:
      format?.type === 'json_schema'
        ? (format.json_schema.schema ?? {})
        : format?.type === 'json_object'
          ? {}
          : null,
  }
}

export function chatWriter(id: string, body: ChatRequest): Writer {
  const common = {
    id: `chatcmpl-${id}`,
    created: Math.floor(Date.now() / 1000),
    model: body.model,
    system_fingerprint: 'local-rules',
  }
  const chunk = (delta: object, finish: string | null) =>
    sse({
      ...common,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    })
  return {
    whole: (text, usage, cutOff) => ({
      ...common,
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: text, refusal: null, annotations: [] },
          logprobs: null,
          finish_reason: cutOff ? 'length' : 'stop',
        },
      ],
      usage: usageOf(usage),
    }),
    begin: () => chunk({ role: 'assistant', content: '' }, null),
    token: (token) => chunk({ content: token }, null),
    end: (_text, usage, cutOff) =>
      [
        chunk({}, cutOff ? 'length' : 'stop'),
        body.stream_options?.include_usage
          ? sse({ ...common, object: 'chat.completion.chunk', choices: [], usage: usageOf(usage) })
          : '',
        'data: [DONE]\n\n',
      ].join(''),
  }
}

const usageOf = ({ input, output }: Usage) => ({
  prompt_tokens: input,
  completion_tokens: output,
  total_tokens: input + output,
  prompt_tokens_details: { cached_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 0 },
})
