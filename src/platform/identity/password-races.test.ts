/** Passwords that are set, changed and used at the same moment. */
import { beforeAll, expect, spyOn, test } from 'bun:test'
import {
  callsOf,
  createBrowser,
  goodPassword as password,
  nthMailTo,
  openInbox,
  signUpAndConfirm,
} from '../../../tests/auth-browser.ts'
import { auth } from '#/auth/auth.server.ts'

beforeAll(openInbox)

async function openResetLink(email: string, mail: number) {
  const answer = await createBrowser().open((await nthMailTo(email, mail)).link)
  return new URL(answer.headers.get('location') ?? '', 'http://here.example').searchParams.get(
    'token',
  )
}

test('of links that are used at the same moment, one sets a password', async () => {
  for (let attempt = 0; attempt < 5; attempt++) {
    const email = await signUpAndConfirm(createBrowser())
    await createBrowser().post('request-password-reset', { email })
    await createBrowser().post('request-password-reset', { email })
    const tokens = await Promise.all([openResetLink(email, 2), openResetLink(email, 3)])
    const passwords = ['rain on the tin roof', 'wind in the open barn', 'fog over the low fields']
    const answers = await Promise.all(
      [tokens[0], tokens[1], tokens[0]].map((token, at) =>
        createBrowser().post('reset-password', { token, newPassword: passwords[at] }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400])
    const chosen = passwords[answers.findIndex(({ status }) => status === 200)]
    const signIn = await createBrowser().post('sign-in/email', { email, password: chosen })
    expect(signIn.status).toBe(200)
  }
}, 30_000)

test('a sign-in that was under way while the password changed is refused', async () => {
  const browser = createBrowser()
  const email = await signUpAndConfirm(browser)
  const newPassword = 'rain on the tin roof'
  const { internalAdapter } = await (await auth()).$context
  const { createSession } = internalAdapter
  const interrupted = spyOn(internalAdapter, 'createSession').mockImplementationOnce(
    async (...given) => {
      await callsOf(browser).identity.changePassword({ currentPassword: password, newPassword })
      return createSession(...given)
    },
  )
  const late = createBrowser()
  const answer = await late.post('sign-in/email', { email, password })
  interrupted.mockRestore()
  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({ code: 'INVALID_EMAIL_OR_PASSWORD' })
  expect(late.cookies.size).toBe(0)
  const sessions = await callsOf(browser).identity.sessions()
  expect(sessions).toHaveLength(1)
  const again = await late.post('sign-in/email', { email, password: newPassword })
  expect(again.status).toBe(200)
})
