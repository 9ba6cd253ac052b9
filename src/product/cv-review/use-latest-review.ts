import { useEffect, useState } from 'react'
import { rpc } from '#/rpc/client.ts'
import type { Review } from './contract.ts'

const everyMs = 1_000
const afterFailureMs = 5_000

export const isUnfinished = ({ status }: Pick<Review, 'status'>) =>
  status === 'running' || status === 'judging'

/**
 * What was loaded, asked for again each second until it has ended. The work goes on in the server,
 * so a reload, a lost connection or a closed tab changes nothing.
 */
export function useLatestReview(loaded: Review): Review {
  const [seen, setSeen] = useState(loaded)
  const review = seen.id === loaded.id && !isUnfinished(seen) ? seen : latestOf(seen, loaded)
  const { id } = review
  const unfinished = isUnfinished(review)

  useEffect(() => {
    if (!unfinished) return
    let timer: ReturnType<typeof setTimeout>
    let left = false
    const ask = async () => {
      const answer = await rpc.cvReview.read({ reviewId: id }).catch(() => null)
      if (left) return
      if (answer) setSeen(answer)
      if (!answer || isUnfinished(answer))
        timer = setTimeout(ask, answer ? everyMs : afterFailureMs)
    }
    timer = setTimeout(ask, everyMs)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [id, unfinished])

  return review
}

const latestOf = (seen: Review, loaded: Review) =>
  seen.id === loaded.id && isUnfinished(loaded) ? seen : loaded
