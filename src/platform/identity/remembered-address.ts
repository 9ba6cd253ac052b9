const key = 'address-to-verify'

/** Whose inbox to look into, for this tab. Kept out of the URL, which others may come to see. */
export const rememberAddress = (email: string) => window.sessionStorage.setItem(key, email)

export const rememberedAddress = () => window.sessionStorage.getItem(key) ?? undefined
