import { type ClientPromiseResult, safe } from '@orpc/client'
import { type NavigateOptions, useRouter } from '@tanstack/react-router'
import { useRef, useTransition } from 'react'
import { explainFailure, explainNoAnswer } from './explain-failure.ts'
import type { Problem } from './form.tsx'
import { toast } from './toast.tsx'

type Refused<Failure> = Extract<Failure, { readonly code: string; readonly data: unknown }>
/**
 * What to say of a refusal that the contract declares, by its code. Nothing ('') where the page, read
 * anew, says it better.
 */
type Refusals<Failure> = {
  [Code in Refused<Failure>['code']]?: Sentence<
    Extract<Refused<Failure>, { readonly code: Code }>['data']
  >
}
/** `unknown` is the type of data that is not declared. */
type Sentence<Data> = unknown extends Data ? () => Problem : (data: Data) => Problem

interface ActionOptions<Args extends unknown[], Output, Failure> {
  refusals?: Refusals<Failure>
  /** The sentence for any failure, where others share it; nothing leaves it to `refusals`. */
  explain?: (failure: Failure) => Problem | undefined
  /** Called at once, to show by `useOptimistic` what will be; React takes it back at the end. */
  optimistic?: (...args: Args) => void
  /** The page to go on to when this page is no longer the reader's; everything is read anew there. */
  leavesTo?: (output: Output, ...args: Args) => NavigateOptions | undefined
  /** Called when the page shows what has changed: the place for a toast. */
  onDone?: (output: Output, ...args: Args) => unknown
}

/**
 * A change that the reader makes: calls a procedure once, however often it is pressed, reads the page
 * anew, and knows what to say of whatever went wrong. `run` returns that, for a Form or a
 * ConfirmDialog; `press` shows it as a toast, for a button of its own.
 */
export function useAction<Args extends unknown[], Output, Failure>(
  call: (...args: Args) => ClientPromiseResult<Output, Failure>,
  options: ActionOptions<Args, Output, Failure> = {},
) {
  const router = useRouter()
  const [busy, startTransition] = useTransition()
  const running = useRef(false)

  async function act(args: Args): Promise<Problem | undefined> {
    const result = await safe(call(...args))
    if (!result.isSuccess) {
      const { error, isDefined } = result
      // Without an answer the page could not be read anew either.
      if (!explainNoAnswer(error)) await router.invalidate()
      const refused = isDefined ? explainRefused(options.refusals, error) : undefined
      return options.explain?.(error) ?? refused ?? explainFailure(error)
    }
    const elsewhere = options.leavesTo?.(result.data, ...args)
    if (elsewhere) {
      await router.navigate(elsewhere)
      router.clearCache()
    }
    await router.invalidate()
    await options.onDone?.(result.data, ...args)
    return undefined
  }

  function run(...args: Args): Promise<Problem | undefined> {
    if (running.current) return Promise.resolve(undefined)
    running.current = true
    return new Promise((resolve, reject) => {
      startTransition(async () => {
        options.optimistic?.(...args)
        await act(args).then(resolve, reject)
        running.current = false
      })
    })
  }

  async function press(...args: Args): Promise<void> {
    const problem = await run(...args)
    if (problem && typeof problem === 'string') toast({ title: problem, tone: 'danger' })
  }

  return { run, press, busy }
}

function explainRefused<Failure>(
  refusals: Refusals<Failure> | undefined,
  { code, data }: { code: string; data: unknown },
): Problem | undefined {
  const known: Partial<Record<string, (data: unknown) => Problem>> = { ...refusals }
  return known[code]?.(data)
}
