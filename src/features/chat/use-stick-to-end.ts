import { useCallback, useEffect, useRef, useState } from 'react'

/** How near to the end still counts as reading along. */
const slack = 64

/**
 * Keeps a scrolling box at its end while its content grows, until the reader scrolls up; it holds on
 * again when the reader comes back to the end.
 */
export function useStickToEnd() {
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const held = useRef(true)
  const height = useRef(0)
  const [isAway, setIsAway] = useState(false)

  const onScroll = useCallback(() => {
    const { current } = box
    if (!current) return
    // When the box itself has changed its size, this was not the reader.
    if (current.clientHeight !== height.current) return
    held.current = current.scrollHeight - current.scrollTop - current.clientHeight < slack
    setIsAway(!held.current)
  }, [])

  const toEnd = useCallback(() => {
    held.current = true
    setIsAway(false)
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }, [])

  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (!box.current) return
      height.current = box.current.clientHeight
      if (held.current) box.current.scrollTop = box.current.scrollHeight
    })
    // The box too: a keyboard that opens makes it smaller.
    for (const { current } of [box, content]) if (current) observer.observe(current)
    return () => observer.disconnect()
  }, [])

  return { box, content, onScroll, toEnd, isAway }
}
