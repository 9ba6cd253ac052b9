export const themeCookie = 'theme'

/**
 * Goes inline into the head, before the styles: sets data-theme from the cookie before the first
 * paint. The cookie is not read on the server, so that pages can be cached for everybody.
 */
export const themeScript = `{const t=/(?:^|; )${themeCookie}=(light|dark)/.exec(document.cookie);if(t)document.documentElement.dataset.theme=t[1]}`
