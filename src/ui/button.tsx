import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { m } from '#/i18n/messages.ts'
import { Spinner } from './spinner.tsx'
import { useHydrated } from './use-hydrated.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'danger-quiet'
type ButtonSize = 'sm' | 'md' | 'lg'

const base =
  'relative inline-flex shrink-0 items-center justify-center gap-2 rounded-base border font-medium whitespace-nowrap select-none transition-colors active:translate-y-px [&_svg]:shrink-0'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-primary text-primary-ink hover:bg-primary-hover',
  secondary: 'border-line-strong bg-raised text-ink hover:border-line-field hover:bg-surface',
  quiet: 'border-transparent text-ink-muted hover:bg-ink/6 hover:text-ink',
  danger: 'border-transparent bg-danger text-danger-ink hover:bg-danger-hover',
  /** Leads to a question with a button that is red. */
  'danger-quiet': 'border-line-strong bg-raised text-danger hover:border-danger hover:bg-surface',
}

const sizes: Record<ButtonSize, string> = {
  sm: 'h-8 px-2.5 text-sm pointer-coarse:h-10 [&_svg]:size-4',
  md: 'h-9 px-3.5 text-sm pointer-coarse:h-11 [&_svg]:size-4',
  lg: 'h-12 px-5 text-base [&_svg]:size-[1.125rem]',
}

const squares: Record<ButtonSize, string> = {
  sm: 'w-8 px-0! pointer-coarse:w-10',
  md: 'w-9 px-0! pointer-coarse:w-11',
  lg: 'w-12 px-0!',
}

type Look = { variant?: ButtonVariant; size?: ButtonSize; className?: string }

const buttonClass = ({ variant = 'secondary', size = 'md', className }: Look) =>
  clsx(base, variants[variant], sizes[size], className)

type BareButtonProps = ComponentProps<'button'> & {
  /** Submits a form that has an address of its own, so it works before the page's scripts do. */
  native?: boolean
}

/**
 * A button without looks. It waits for the page's scripts unless it works without them, because a
 * press before hydration would be lost without a sign. `type` is "button" unless said otherwise, so
 * that it never submits a form by surprise.
 */
export function BareButton({
  native,
  type = 'button',
  disabled,
  className,
  ...rest
}: BareButtonProps) {
  const hydrated = useHydrated()
  const waits = !hydrated && !native && rest.popoverTarget === undefined
  return (
    <button
      {...rest}
      type={type}
      disabled={waits || disabled}
      aria-busy={waits || rest['aria-busy']}
      data-waiting={waits ? '' : undefined}
      className={clsx(
        'disabled:pointer-events-none disabled:opacity-50',
        // Waiting shows only where it takes a moment.
        'data-waiting:animate-dim-late',
        className,
      )}
    />
  )
}

type ButtonProps = Look & {
  /** Keeps the width, shows a spinner and ignores presses. */
  busy?: boolean
} & BareButtonProps

export function Button({
  variant,
  size,
  busy,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <BareButton
      {...rest}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={buttonClass({ variant, size, className })}
    >
      {busy ? (
        <>
          <span className="inline-flex items-center gap-2 opacity-0">{children}</span>
          <Spinner className="absolute" />
          <VisuallyHidden>{m.ui_busy()}</VisuallyHidden>
        </>
      ) : (
        children
      )}
    </BareButton>
  )
}

type IconButtonProps = Omit<ButtonProps, 'aria-label'> & {
  /** What it does; read aloud and shown as the browser's hint. */
  label: string
}

/** A square button with one icon as its child. */
export function IconButton({
  label,
  variant = 'quiet',
  size = 'md',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Button
      {...rest}
      aria-label={label}
      title={label}
      variant={variant}
      size={size}
      className={clsx(squares[size], className)}
    />
  )
}

/** A plain link that looks like a button: for files, mail and other sites. */
export function ButtonAnchor({
  variant,
  size,
  className,
  children,
  ...rest
}: Look & ComponentProps<'a'>) {
  return (
    <a {...rest} className={buttonClass({ variant, size, className })}>
      {children}
    </a>
  )
}
