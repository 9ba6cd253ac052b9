/**
 * Writes docs/isolation.md from the expectations:
 *
 *   bun tests/isolation/write-document.ts
 */

import '../environment.ts'

// Modules of the app read the environment when they are loaded.
const { documentPath, isolationDocument } = await import('./document.ts')
await Bun.write(documentPath, isolationDocument())
process.exit()
