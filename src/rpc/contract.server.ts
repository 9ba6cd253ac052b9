import { byName } from '#/define-feature.server.ts'
import { features } from '#/features.server.ts'

/** Everything that the server can do, for the router, the API document and the type of the browser's client. */
export const contract = byName(features, 'contract')
