/** The sign of the product: a sprout above the soil. Drawn in the text's colour and the primary one. */
export function BrandMark({ className = 'size-6' }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={className}>
      <path className="fill-primary" d="M11.2 12.6C6.8 12.9 4.2 10.6 4 6.3c4.4-.3 7 2 7.2 6.3Z" />
      <path className="fill-accent" d="M12.8 9.8C12.7 6.2 14.8 4 18.6 3.6c.2 3.7-1.9 6-5.8 6.2Z" />
      <path
        className="stroke-current"
        strokeWidth="1.8"
        strokeLinecap="round"
        d="M12 16.5v-5M3.5 17h17M6.5 20.5h11"
      />
    </svg>
  )
}
