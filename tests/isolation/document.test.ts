import { expect, test } from 'bun:test'
import { documentPath, isolationDocument } from './document.ts'

test('docs/isolation.md says what is expected; bun tests/isolation/write-document.ts writes it', async () => {
  expect(await Bun.file(documentPath).text()).toBe(isolationDocument())
})
