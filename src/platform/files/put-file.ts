import type { UploadPermit } from './contract.ts'

/** The storage did not take the file, or could not be reached. */
export class UploadFailed extends Error {}

/**
 * Sends a file to the place that was granted. fetch() cannot tell how much has been sent, so this is
 * an XMLHttpRequest. Throws UploadFailed, or the signal's reason when it was given up.
 */
export function putFile(
  file: File,
  permit: Pick<UploadPermit, 'url' | 'headers'>,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (sentBytes: number) => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const request = new XMLHttpRequest()
    request.open('PUT', permit.url)
    for (const [name, value] of Object.entries(permit.headers))
      request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded }) =>
      onProgress(Math.min(loaded, file.size)),
    )
    request.addEventListener('load', () =>
      request.status >= 200 && request.status < 300
        ? resolve()
        : reject(new UploadFailed(`the storage answered ${request.status}`)),
    )
    request.addEventListener('error', () => reject(new UploadFailed('the storage is out of reach')))
    request.addEventListener('abort', () => reject(signal.reason))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
