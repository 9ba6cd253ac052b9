import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { explainNoAnswer } from '#/ui/explain-failure.ts'
import { isUnreachable } from '#/ui/is-unreachable.ts'
import { explainRefusal } from './explain-refusal.ts'

/**
 * Leaves for one of Stripe's pages. `leaving` names the button that was pressed until the page is
 * gone, or is back from the browser's memory; `problem` says why it did not open, and of which button.
 */
export function useLeave() {
  const router = useRouter()
  const [leaving, setLeaving] = useState<string>()
  const [problem, setProblem] = useState<{ button: string; sentence: string }>()

  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return
      setLeaving(undefined)
      void router.invalidate()
    }
    window.addEventListener('pageshow', onShow)
    return () => window.removeEventListener('pageshow', onShow)
  }, [router])

  async function leave(
    button: string,
    open: () => Promise<{ url: string }>,
    { replace = false }: { replace?: boolean } = {},
  ) {
    if (leaving) return
    setLeaving(button)
    setProblem(undefined)
    // The address changes at the press of a link, long before the next page is there.
    const { pathname } = window.location
    const hasLeft = () => window.location.pathname !== pathname
    try {
      const { url } = await open()
      if (hasLeft()) return
      if (replace) window.location.replace(url)
      else window.location.assign(url)
    } catch (error) {
      if (hasLeft()) return
      setLeaving(undefined)
      if (isUnreachable(error)) {
        // What is shown cannot be newer now, and asking would lose it.
        setProblem({ button, sentence: m.billing_problem_unreachable() })
        return
      }
      setProblem({ button, sentence: explainRefusal(error) })
      if (!explainNoAnswer(error)) await router.invalidate()
    }
  }

  return { leaving, problem, leave }
}
