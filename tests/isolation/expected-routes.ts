/**
 * The routes under /api beside the procedures: which of them lead to somebody's things (asked by
 * routes.test.ts like the procedures), and why the others do not.
 */
export const routes: Record<string, string> = {
  'GET /api/health': 'Says that the process is there.',
  'GET /api/health/ready': 'Says that the database and the models are there.',
  'ALL /api/auth/*': 'The auth engine; of its endpoints only those listed below are open.',
  'GET /api/audit.csv': 'asked',
  'POST /api/chat/:chatId': 'asked',
  'GET /api/chat/:chatId/stream': 'asked',
  'POST /api/chat/:chatId/stop': 'asked',
  'GET /api/files/:fileId': 'asked',
  'GET /api/openapi.json': 'Made from the contract.',
  'GET /api/reference': 'Made from the contract.',
  'ALL /api/rpc/*': 'The procedures.',
  'ALL /api/v1/*': 'The procedures, as plain HTTP.',
  'ALL /api/*': 'There is nothing.',
}

/** All that can be called of the auth engine from outside; none takes the id of a tenant. */
export const openEnginePaths = [
  '/error',
  '/get-session',
  '/ok',
  '/request-password-reset',
  '/reset-password',
  '/reset-password/:token',
  '/send-verification-email',
  '/sign-in/email',
  '/sign-out',
  '/sign-up/email',
  '/stripe/webhook',
  '/subscription/success',
  '/verify-email',
]

/** As in expected-procedures.ts. */
export const expectedRoutes = `
                                                                anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
POST chat/:chatId, the last answer again                        401        404      404       404    404      404       409*       404     404    404
POST chat/:chatId, a question                                   401        404      404       404    404      404       200*       404     404    404
GET chat/:chatId/stream                                         401        404      404       404    404      404       204*       404     404    404
POST chat/:chatId/stop                                          401        404      404       404    404      404       204*       404     404    404
GET files/:fileId                                               404        404      404       404    404      404       200*       404     404    404
GET files/:fileId?organization, handed in to A                  404        404      404       404    404      404       200*       200*    200*   200*
GET files/:fileId?organization, handed in to A, asked for by B  404        404      404       404    404      404       200*       404     404    404
GET files/:fileId?organization, withdrawn from A                404        404      404       404    404      404       200*       404     404    404
GET files/:fileId?organization, kept by the candidate           404        404      404       404    404      404       200*       404     404    404
GET audit.csv?organization                                      404        404      404       404    404      404       404        403*    200*   200*
`
