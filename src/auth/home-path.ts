/** The page where a signed-in person begins. `bun run remove home` writes another one here. */
export const homePath = '/home'
