/** A year and a half is worth saying, nine and a half are nine. */
const whole = (years: number) => (years >= 2 ? Math.floor(years) : years)

export function yearsEn(years: number): string {
  if (years < 1) return '6 months'
  if (years === 1.5) return 'a year and a half'
  return years === 1 ? '1 year' : `${whole(years)} years`
}

/** In the dative, as after "mit". */
export function yearsDe(years: number): string {
  if (years < 1) return '6 Monaten'
  if (years === 1.5) return 'eineinhalb Jahren'
  return years === 1 ? '1 Jahr' : `${whole(years)} Jahren`
}

export function yearsPt(years: number): string {
  if (years < 1) return '6 meses'
  if (years === 1.5) return 'ano e meio'
  return years === 1 ? '1 ano' : `${whole(years)} anos`
}
