import { access, constants } from 'node:fs/promises'
import { join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The Chromium for the journeys: the one of CHROMIUM_PATH, one that is installed, or a new one. */
export async function findChromium(): Promise<string> {
  return (await installed()) ?? (await install())
}

async function installed(): Promise<string | undefined> {
  const { chromium } = await import('playwright-core')
  const onPath = names.map((name) => Bun.which(name))
  for (const path of [
    process.env.CHROMIUM_PATH,
    ...onPath,
    ...applications,
    chromium.executablePath(),
  ]) {
    if (path && (await isExecutable(path))) return path
  }
  return undefined
}

const isExecutable = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/** By the system's packages where we may, else by Playwright's own download. */
async function install(): Promise<string> {
  console.log('No Chromium found; installing one.')
  const isRoot = process.getuid?.() === 0
  const mayElevate = !isRoot && Bun.which('sudo') && (await succeeds(['sudo', '-n', 'true']))
  if (Bun.which('apt-get') && (isRoot || mayElevate)) {
    const apt = [...(mayElevate ? ['sudo', '-n'] : []), 'apt-get', '-qq']
    await succeeds([...apt, 'update'])
    await succeeds([...apt, 'install', '-y', '--no-install-recommends', 'chromium'])
  }
  const found = await installed()
  if (found) return found
  const cli = join(import.meta.dirname, '../node_modules/playwright-core/cli.js')
  await succeeds([process.execPath, cli, 'install', 'chromium'])
  const downloaded = await installed()
  if (downloaded) return downloaded
  throw new Error(
    'No Chromium could be installed. Install one (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.',
  )
}

async function succeeds(command: string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const child = Bun.spawn(command, { env, stdout: 'ignore', stderr: 'inherit' })
  return (await child.exited) === 0
}
