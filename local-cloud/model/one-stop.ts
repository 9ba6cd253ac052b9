const AFTER = '(?=[\\s)”“"»’]|$)'
const TWO_DOTS = new RegExp(`(?<!\\.)\\.\\.${AFTER}`, 'gu')
const AFTER_ANOTHER = new RegExp(`([!?…])\\.${AFTER}`, 'gu')

/** A sentence that ends in a name has one full stop, also when the name brings its own ("Lda."). */
export const oneStop = (text: string): string =>
  text.replace(TWO_DOTS, '.').replace(AFTER_ANOTHER, '$1')
