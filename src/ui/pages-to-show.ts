/** First, last, and the neighbours of the current page; `undefined` is a gap of two or more. */
export function pagesToShow(page: number, pageCount: number): (number | undefined)[] {
  const wanted = Array.from({ length: pageCount }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pageCount || Math.abs(number - page) <= 1,
  )
  return wanted.flatMap((number, index) => {
    const before = wanted[index - 1]
    if (before === undefined || number - before === 1) return [number]
    return number - before === 2 ? [number - 1, number] : [undefined, number]
  })
}
