export const notFound = () =>
  Response.json({ code: 'NOT_FOUND' }, { status: 404, headers: { 'cache-control': 'no-store' } })
