/**
 * A worker that an earlier test file has started would carry out what the world's people ask for, and
 * change their rows between two questions. The returned function lets it work again.
 */
export function holdJobs(): () => void {
  const jobs = globalThis.appJobs
  if (!jobs) return () => {}
  const run = async () => {}
  globalThis.appJobs = new Map([...jobs].map(([name, job]) => [name, { ...job, run }]))
  return () => {
    globalThis.appJobs = jobs
  }
}
