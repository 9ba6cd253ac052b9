import { z } from 'zod'
import type { Conversation } from '../conversation.ts'
import { ApiError } from './api-error.ts'
import { sse, type Usage, type Writer } from './exchange.ts'
import { contentText, jsonSchema, refuseTools, turnsOf } from './messages.ts'

/** https://platform.openai.com/docs/api-reference/responses/create, the parts that a text model needs. */
export const responsesRequest = z.looseObject({
  model: z.string(),
  instructions: z.string().nullish(),
  input: z.union([
    z.string(),
    z
      .array(
        z.union([
          z.object({ type: z.literal('item_reference'), id: z.string() }),
          z.object({
            role: z.enum(['system', 'developer', 'user', 'assistant']),
            content: z.union([z.string(), z.array(z.looseObject({ type: z.string() }))]),
          }),
        ]),
      )
      .min(1),
  ]),
  stream: z.boolean().nullish(),
  max_output_tokens: z.int().min(1).nullish(),
  previous_response_id: z.string().nullish(),
  tools: z.array(z.unknown()).nullish(),
  text: z
    .looseObject({
      format: z
        .discriminatedUnion('type', [
          z.looseObject({ type: z.literal('text') }),
          z.looseObject({ type: z.literal('json_object') }),
          z.looseObject({ type: z.literal('json_schema'), schema: jsonSchema }),
        ])
        .nullish(),
    })
    .nullish(),
})

type ResponsesRequest = z.infer<typeof responsesRequest>

const ITEM = 'msg_'

/** `replyOf` gives the text of an earlier reply by its call id: a client that trusts the server to
 * store replies sends a reference instead of the text. One that is no longer known counts as empty. */
export function responsesConversation(
  body: ResponsesRequest,
  replyOf: (callId: string) => string,
): Conversation {
  refuseTools(body.tools)
  if (body.previous_response_id)
    throw new ApiError(
      400,
      'The local model keeps no conversations: send all messages as input.',
      'unsupported_value',
      'previous_response_id',
    )
  const items =
    typeof body.input === 'string' ? [{ role: 'user' as const, content: body.input }] : body.input
  const format = body.text?.format
  return {
    ...turnsOf(
      items.map((item) =>
        'role' in item
          ? { role: item.role, text: contentText(item.content) }
          : { role: 'assistant', text: replyOf(item.id.replace(ITEM, '')) },
      ),
      body.instructions ?? '',
    ),
    schema:
      format?.type === 'json_schema' ? format.schema : format?.type === 'json_object' ? {} : null,
  }
}

export function responsesWriter(id: string, body: ResponsesRequest): Writer {
  const created = Math.floor(Date.now() / 1000)
  const itemId = `${ITEM}${id}`
  const place = { item_id: itemId, output_index: 0, content_index: 0 }
  const part = (text: string) => ({ type: 'output_text', text, annotations: [], logprobs: [] })
  const item = (status: string, text?: string) => ({
    id: itemId,
    type: 'message',
    role: 'assistant',
    status,
    content: text === undefined ? [] : [part(text)],
  })
  const response = (status: string, output: object[], usage: Usage | null) => ({
    id: `resp_${id}`,
    object: 'response',
    created_at: created,
    status,
    background: false,
    error: null,
    incomplete_details: status === 'incomplete' ? { reason: 'max_output_tokens' } : null,
    instructions: body.instructions ?? null,
    max_output_tokens: body.max_output_tokens ?? null,
    model: body.model,
    output,
    parallel_tool_calls: true,
    previous_response_id: null,
    store: true,
    temperature: 1,
    text: { format: body.text?.format ?? { type: 'text' } },
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    truncation: 'disabled',
    usage: usage && {
      input_tokens: usage.input,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: usage.output,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: usage.input + usage.output,
    },
    metadata: {},
  })
  const final = (text: string, usage: Usage, cutOff: boolean) => {
    const status = cutOff ? 'incomplete' : 'completed'
    return response(status, [item(status, text)], usage)
  }
  let sequence = 0
  const event = (type: string, data: object) =>
    sse({ type, sequence_number: sequence++, ...data }, type)
  return {
    whole: final,
    begin: () =>
      [
        event('response.created', { response: response('in_progress', [], null) }),
        event('response.in_progress', { response: response('in_progress', [], null) }),
        event('response.output_item.added', { output_index: 0, item: item('in_progress') }),
        event('response.content_part.added', { ...place, part: part('') }),
      ].join(''),
    token: (delta) => event('response.output_text.delta', { ...place, delta, logprobs: [] }),
    end: (text, usage, cutOff) =>
      [
        event('response.output_text.done', { ...place, text, logprobs: [] }),
        event('response.content_part.done', { ...place, part: part(text) }),
        event('response.output_item.done', {
          output_index: 0,
          item: item(cutOff ? 'incomplete' : 'completed', text),
        }),
        event(cutOff ? 'response.incomplete' : 'response.completed', {
          response: final(text, usage, cutOff),
        }),
      ].join(''),
  }
}
