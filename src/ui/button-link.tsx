import { createLink } from '@tanstack/react-router'
import { ButtonAnchor } from './button.tsx'

/**
 * The router's Link that looks like a button; takes `to`, `params` and `search` as Link does. Not in
 * the file of the buttons, because there are pages that have buttons and no router.
 */
export const ButtonLink = createLink(ButtonAnchor)
