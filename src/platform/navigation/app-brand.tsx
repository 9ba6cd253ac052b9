import { Link } from '@tanstack/react-router'
import type { homePath } from '#/auth/home-path.ts'
import { site } from '#/site.ts'
import { BrandMark } from './brand-mark.tsx'

/** The product's name as the way back to the start: of the app, or of the public site. */
export const AppBrand = ({ to }: { to: '/' | typeof homePath }) => (
  <Link to={to} className="flex items-center gap-2 rounded-base text-lg font-semibold text-ink">
    <BrandMark />
    {site.name}
  </Link>
)
