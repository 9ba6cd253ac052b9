import { useCallback, useEffect, useRef, useState } from 'react'

/** How near to the end, when one comes down to it, still counts as reading along. */
const slack = 64
/** Less than this is the browser's rounding, not somebody who went up. */
const rounding = 4

/**
 * Keeps a scrolling box at its end while its content grows, until the reader scrolls up; it holds on
 * again when the reader comes back to the end. Not being at the end does not mean that somebody left
 * it: words arrive between a scroll and its event. Only going up does, in a box and a content that
 * have not become smaller, which moves what is shown as well.
 */
export function useStickToEnd() {
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const held = useRef(true)
  const last = useRef({ top: 0, height: 0, boxHeight: 0 })
  const [isAway, setIsAway] = useState(false)

  const onScroll = useCallback(() => {
    const { current } = box
    if (!current) return
    const { scrollTop: top, scrollHeight: height, clientHeight: boxHeight } = current
    const before = last.current
    last.current = { top, height, boxHeight }
    const left = height - top - boxHeight
    const wentUp = top < before.top && height >= before.height && boxHeight === before.boxHeight
    if (wentUp && left > rounding) held.current = false
    else if (left < slack) held.current = true
    setIsAway(!held.current && left >= slack)
  }, [])

  const toEnd = useCallback(() => {
    held.current = true
    setIsAway(false)
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }, [])

  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (held.current && box.current) box.current.scrollTop = box.current.scrollHeight
    })
    // The box too: a keyboard that opens makes it smaller.
    for (const { current } of [box, content]) if (current) observer.observe(current)
    return () => observer.disconnect()
  }, [])

  return { box, content, onScroll, toEnd, isAway }
}
