import { expect, test } from 'bun:test'
import { openInbox } from '../../tests/auth-browser.ts'
import { testMail } from '../../tests/local-services.ts'
import { queueMail } from './mail.server.ts'

test('jobs that arrive at once are all done at once, not one a poll', async () => {
  await openInbox()
  const to = `${crypto.randomUUID()}@inbox.example`
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: 8 }, (_, number) =>
      queueMail({ to, subject: `Mail ${number}`, html: '<p>Hello</p>', text: 'Hello' }),
    ),
  )
  const inbox = await testMail()
  while (inbox.messages({ to }).length < 8) {
    if (performance.now() - startedAt > 4_000) break
    await Bun.sleep(20)
  }
  expect(inbox.messages({ to })).toHaveLength(8)
}, 10_000)
