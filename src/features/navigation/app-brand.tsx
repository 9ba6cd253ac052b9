import { Link } from '@tanstack/react-router'
import { site } from '#/site.ts'

/** The product's name as the way back to the start: of the app, or of the public site. */
export const AppBrand = ({ to }: { to: '/' | '/home' }) => (
  <Link to={to} className="rounded-base font-display text-lg tracking-tight text-ink">
    {site.name}
  </Link>
)
