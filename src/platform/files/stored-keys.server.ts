/** Where a file lies once it was checked. Nobody but the server ever had a permit for this key. */
export const storageKeyOf = (fileId: string) => `files/${fileId}`

/**
 * Where the browser puts it. Its permit outlives the check, so the checked bytes are copied away
 * from here. A life-cycle rule of the bucket may delete everything under uploads/ after a day.
 */
export const uploadKeyOf = (fileId: string) => `uploads/${fileId}`
