type Said = { role: 'user' | 'assistant'; content: string; status: string }

/**
 * Of two answers to one question the later one counts as soon as it is being written. If it ends
 * without a word (nothing could be reached, or it was stopped), the earlier one is still there.
 */
export const withoutReplaced = <Message extends Said>(messages: readonly Message[]): Message[] =>
  messages.filter(({ role }, index) => {
    const next = messages[index + 1]
    if (role !== 'assistant' || next?.role !== 'assistant') return true
    return next.content === '' && next.status !== 'writing'
  })
