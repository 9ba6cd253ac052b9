import clsx from 'clsx'

const tints = [
  'bg-primary-soft text-primary',
  'bg-accent-soft text-accent-ink',
  'bg-info-soft text-info',
  'bg-ink/8 text-ink-muted',
]

const sizes = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-xs', lg: 'size-12 text-base' }

/** The first letters of the first and the last word: "Ada King Lovelace" is AL. */
export function initials(name: string) {
  const words = name.trim().split(/\s+/)
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words
  return picked.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('')
}

interface AvatarProps {
  name: string
  /** The same name always has the same tint; a picture covers it. */
  src?: string | null
  size?: keyof typeof sizes
  /** Square for organisations, round for people. */
  shape?: 'round' | 'square'
}

/** Decoration beside a written name; it is not read aloud. */
export function Avatar({ name, src, size = 'md', shape = 'round' }: AvatarProps) {
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'inline-flex shrink-0 items-center justify-center overflow-hidden font-semibold select-none',
        shape === 'round' ? 'rounded-full' : 'rounded-base',
        sizes[size],
        tints[sum % tints.length],
      )}
    >
      {src ? <img src={src} alt="" className="size-full object-cover" /> : initials(name)}
    </span>
  )
}
