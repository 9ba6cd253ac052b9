/** For tests of the logs of replies: sources fed by hand, and readers. */

/** A source that the test feeds by hand. */
export function source() {
  let controller: ReadableStreamDefaultController<string> | undefined
  const stream = new ReadableStream<string>({ start: (given) => void (controller = given) })
  return {
    make: () => stream,
    say: (text: string) => controller?.enqueue(text),
    end: () => controller?.close(),
    fail: () => controller?.error(new Error('the provider broke')),
  }
}

export async function textOf(stream: ReadableStream<string> | null | undefined): Promise<string> {
  let text = ''
  for await (const part of stream ?? []) text += part
  return text
}

/** Reads until at least `characters` are there; the rest stays unread. */
export async function take(stream: ReadableStream<string> | null | undefined, characters: number) {
  if (!stream) throw new Error('there is nothing to read')
  const reader = stream.getReader()
  let text = ''
  while (text.length < characters) {
    const { done, value } = await reader.read()
    if (done) break
    text += value
  }
  return { text, cancel: () => reader.cancel() }
}

export async function until(condition: () => Promise<boolean>, limitMs = 10_000) {
  const limit = Date.now() + limitMs
  while (!(await condition())) {
    if (Date.now() > limit) throw new Error('it did not come true in time')
    await Bun.sleep(5)
  }
}
