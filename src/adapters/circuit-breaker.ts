/**
 * Skips a service that fails, so that nobody waits for it again and again, and finds out with one
 * request whether it is back. Its state is that of one process: each server learns for itself, within
 * a few requests, and there is nothing to agree on.
 */
export type Failure = {
  /**
   * `locked`: our key is refused, which does not mend by itself. `busy`: too many requests. `down`: no
   * answer, or a broken one. `slow`: too late. `ours`: the request was at fault, or its answer of no
   * use; that says nothing about the service, and whoever writes requests must not be able to switch
   * it off.
   */
  kind: 'locked' | 'busy' | 'down' | 'slow' | 'ours'
  /** How long the service asked to be left alone. */
  retryAfterMs?: number
}

/** One request that was let through. The first end counts; an end without any is a leak. */
export type Permit = {
  /** The first words are there: a probe has succeeded, others may follow. */
  answered(): void
  done(): void
  failed(failure: Failure): void
  /** Given up by whoever asked: says nothing about the service. */
  left(): void
}

export type CircuitState = {
  state: 'closed' | 'open' | 'probing'
  /** Why it was opened. */
  reason: Failure['kind'] | null
  /** When it is asked again; null when closed. */
  until: Date | null
}

export type CircuitBreaker = {
  /**
   * Null: skip it. `early` asks for the one probe before its time, when there is nothing better; not
   * where the service itself said when to come back.
   */
  enter(options?: { early?: boolean }): Permit | null
  /** Resolves when the probe that is under way has told something; at once when there is none. */
  probed(): Promise<void>
  state(): CircuitState
}

const defaults = {
  failuresInARow: 3,
  /** Of so many in a minute, half failed. */
  windowCalls: 10,
  windowMs: 60_000,
  openMs: 15_000,
  lockedMs: 5 * 60_000,
  /** For the doubling with every failed probe, and for what the service asks. */
  longestMs: 5 * 60_000,
  now: () => Date.now(),
  onChange: (_state: CircuitState) => {},
}

type Open = { reason: Failure['kind']; until: number; openForMs: number; asked: boolean }

export function circuitBreaker(given: Partial<typeof defaults> = {}): CircuitBreaker {
  const settings = { ...defaults, ...given }
  const { now } = settings
  let open: Open | null = null
  let probe: PromiseWithResolvers<void> | null = null
  let inARow = 0
  let recent: { at: number; failed: boolean }[] = []
  /** What began before the last change of state says nothing about the state after it. */
  let generation = 0

  const state = (): CircuitState => ({
    state: probe ? 'probing' : open ? 'open' : 'closed',
    reason: open?.reason ?? null,
    until: open && new Date(open.until),
  })

  function change(to: Open | null) {
    open = to
    generation += 1
    recent = []
    settings.onChange(state())
  }

  function openFor({ kind, retryAfterMs }: Failure, probed: boolean) {
    const asked = retryAfterMs !== undefined
    const again = probed && open ? open.openForMs * 2 : settings.openMs
    const usual = kind === 'locked' ? settings.lockedMs : again
    const openForMs = Math.min(retryAfterMs ?? usual, settings.longestMs)
    change({
      reason: kind,
      until: now() + openForMs,
      openForMs: asked ? settings.openMs : openForMs,
      asked,
    })
  }

  function count(failed: boolean): boolean {
    inARow = failed ? inARow + 1 : 0
    recent.push({ at: now(), failed })
    recent = recent.filter(({ at }) => at > now() - settings.windowMs)
    const failures = recent.filter((call) => call.failed).length
    const often = recent.length >= settings.windowCalls && failures * 2 >= recent.length
    return failed && (inARow >= settings.failuresInARow || often)
  }

  function permitFor(isProbe: boolean): Permit {
    let mine = generation
    let ended = false
    const endProbe = () => {
      if (!isProbe || !probe) return false
      probe.resolve()
      probe = null
      return true
    }
    const end = (how: () => void) => {
      if (ended) return
      ended = true
      if (mine === generation) how()
    }
    return {
      answered() {
        if (ended || mine !== generation || !endProbe()) return
        change(null)
        // One that breaks off every answer is let back in for one of them only.
        inARow = settings.failuresInARow - 1
        mine = generation
      },
      done: () =>
        end(() => {
          if (endProbe()) change(null)
          count(false)
        }),
      failed: (failure) =>
        end(() => {
          const probed = endProbe()
          // The service answered, if only that the request is wrong.
          if (failure.kind === 'ours') return probed ? change(null) : undefined
          const atOnce = failure.kind === 'locked' || failure.retryAfterMs !== undefined
          if (count(true) || atOnce || probed) openFor(failure, probed)
        }),
      left: () => end(() => void endProbe()),
    }
  }

  return {
    enter({ early = false } = {}) {
      if (!open) return permitFor(false)
      const mayProbe = now() >= open.until || (early && !open.asked)
      if (probe || !mayProbe) return null
      probe = Promise.withResolvers()
      return permitFor(true)
    },
    probed: () => probe?.promise ?? Promise.resolve(),
    state,
  }
}
