/** Values that nobody's form sends. */

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

/** As JSON text, because JSON.stringify cannot write all of them. */
export const hostileJson: Record<string, string> = {
  'a NUL': '"a\\u0000b"',
  'a lone surrogate': '"\\ud800"',
  'right-to-left marks': '"\\u202e\\u2066evil\\u2069"',
  '100 kB': `"${'x'.repeat(100_000)}"`,
  'a long number as text': `"${'9'.repeat(5_000)}"`,
  'no text': '""',
  'NaN as text': '"NaN"',
  'a day that is none': '"2026-02-30"',
  'a day before all others': '"-271821-04-20T00:00:00.000Z"',
  'a day after all others': '"+275760-09-13T00:00:00.000Z"',
  'a negative number': '-1',
  'more than any number': '1e309',
  'more than an integer of Postgres': '2147483648',
  'more than a bigint of Postgres': '9223372036854775808',
  'a fraction': '0.5',
  nothing: 'null',
  'a list': '["a\\u0000b"]',
  'an object': '{"__proto__":{"a":1},"constructor":{"prototype":1}}',
  'a deep list': nested(5_000),
}

/** The types of oRPC's own protocol (date, NaN, bigint, regular expression), each with a value. */
export const hostileTyped: Record<string, [json: string, type: number]> = {
  'a bigint': [`"${'9'.repeat(50)}"`, 0],
  'a bigint that is none': ['"one"', 0],
  'an invalid date': ['null', 1],
  'a date before all others': ['"-271821-04-20T00:00:00.000Z"', 1],
  'a date after all others': ['"+275760-09-13T00:00:00.000Z"', 1],
  'not a number': ['null', 2],
  'a regular expression': ['"/(a+)+$/"', 5],
  'a set of NULs': ['["\\u0000"]', 6],
  'a map that is none': ['[1,2]', 7],
  'a type that does not exist': ['null', 99],
}

/** As they stand in an address. */
export const hostileText: Record<string, string> = {
  'a NUL': 'a%00b',
  'a lone surrogate': '%ED%A0%80',
  'right-to-left marks': '%E2%80%AE%E2%81%A6evil',
  '100 kB': 'x'.repeat(100_000),
  'no text': '',
  'a negative number': '-1',
  'not a number': 'NaN',
  'more than any number': '1e309',
  'more than an integer of Postgres': '2147483648',
  'more than a bigint of Postgres': '9223372036854775808',
  'a fraction': '0.5',
  'a day that is none': '2026-02-30',
  'a day after all others': '%2B275760-09-13',
  'a percent sign alone': '%',
  'bytes that are no text': '%FF%C0%80',
  'brackets without end': '[[[[[',
  'a path': '..%2F..%2Fetc%2Fpasswd',
  'a name of the prototype': '__proto__',
}
