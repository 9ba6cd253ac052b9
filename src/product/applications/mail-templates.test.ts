import { test } from 'bun:test'
import { baits, expectNoLinkBut } from '../../../tests/mail-links.ts'
import {
  applicationArrivedMail,
  applicationMovedMail,
  applicationsArrivedMail,
} from './mail-templates.server.tsx'

const url = 'https://loam.example/applications/1'
const job = { title: 'Potter', company: 'Birch' }

test.each(baits)('“%s” is no link in any part of a mail', async (bait) => {
  const shown = { locale: 'de' as const, name: bait, url, settings: url }
  expectNoLinkBut(url, await applicationArrivedMail({ ...shown, job }))
  expectNoLinkBut(
    url,
    await applicationsArrivedMail({
      ...shown,
      company: bait,
      count: 2,
      jobs: { named: [{ title: bait, number: 2 }], others: 0 },
    }),
  )
  expectNoLinkBut(
    url,
    await applicationMovedMail({ ...shown, to: 'offer', job: { title: bait, company: bait } }),
  )
})
