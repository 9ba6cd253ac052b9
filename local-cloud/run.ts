/** `bun local-cloud/run.ts`: the local cloud alone, for any app; the environment says what is local. */
import { localEnvironment } from './environment.ts'
import { localPorts } from './ports.ts'
import { runLocalCloud } from './run-local-cloud.ts'

await runLocalCloud(
  async () => ({}),
  async ({ consoleUrl }) => {
    const { parts } = localEnvironment(localPorts(process.env), process.env)
    console.log(`Console    ${consoleUrl}`)
    for (const { label, local, where } of parts)
      console.log(`${label.padEnd(10)} ${local ? where : `real (${where})`}`)
  },
)
