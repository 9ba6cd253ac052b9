import { createLink } from '@tanstack/react-router'
import { TextAnchor } from './text-anchor.tsx'

/** A link inside text, with the router's Link props. */
export const TextLink = createLink(TextAnchor)
