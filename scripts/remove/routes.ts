/** Takes the pages of removed folders out of src/routes.ts, and what leads to them. */

/** The map without these pages, the groups that they leave empty, and the comments above them. */
export function withoutRoutes(source: string, isRemoved: (path: string) => boolean): string {
  const comment = String.raw`(?:^[ \t]*//.*\n)*`
  const page = new RegExp(
    String.raw`${comment}^[ \t]*(?:route|index)\(\s*(?:'[^']*',\s*)?'([^'/][^']*)'\s*,?\s*\),\n`,
    'gm',
  )
  const group = new RegExp(
    String.raw`${comment}^[ \t]*(?:route|layout)\(\s*'[^']*',\s*(?:'([^'/][^']*)',\s*)?\[\s*\]\s*,?\s*\),\n`,
    'gm',
  )
  const drop = (match: string, path: string | undefined) =>
    path === undefined || isRemoved(`src/${path}`) ? '' : match
  let text = source
    // The page at `/` is the first of a list of files.
    .replace(/(?<=^const \[start\] = )\[.*?\]/ms, (list) => list.replace(/'([^']+)',?\s*/g, drop))
    .replace(page, drop)
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(group, drop)
  }
  return text
}

/** The account's page is where people begin when the address in src/auth/home-path.ts has no page. */
export const withHomePath = (source: string, routes: string): string =>
  source.replace(/(?<=homePath = ')[^']+/, (path) =>
    routes.includes(`route('${path}'`) ? path : '/account',
  )
