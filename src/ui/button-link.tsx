import { createLink } from '@tanstack/react-router'
import { ButtonAnchor } from './button.tsx'

/** The router's Link that looks like a button; takes `to`, `params` and `search` as Link does. */
export const ButtonLink = createLink(ButtonAnchor)
