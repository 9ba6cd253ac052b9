/** Loaded before everything else in a test run with a mutant of the code: the text is what it says. */
import { plugin } from 'bun'

const { MUTANT_FILE: file, MUTANT_TEXT: text } = process.env
if (file && text) {
  plugin({
    name: 'mutant',
    setup(build) {
      const escaped = file.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      build.onLoad({ filter: new RegExp(`${escaped}$`) }, () => ({ contents: text, loader: 'ts' }))
    },
  })
}
