const refuse = (code: string, status: number) => () =>
  Response.json({ code }, { status, headers: { 'cache-control': 'no-store' } })

export const badRequest = refuse('BAD_REQUEST', 400)
export const notFound = refuse('NOT_FOUND', 404)

export const methodNotAllowed = (allowed: string[]) =>
  Response.json(
    { code: 'METHOD_NOT_ALLOWED' },
    { status: 405, headers: { allow: allowed.join(', '), 'cache-control': 'no-store' } },
  )
