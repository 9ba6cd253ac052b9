import clsx from 'clsx'
import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'

type NoticeTone = 'info' | 'success' | 'warning' | 'danger'

const looks = {
  info: { Icon: Info, ground: 'bg-surface', ink: 'text-info' },
  success: { Icon: CircleCheck, ground: 'border-success/20 bg-success-soft', ink: 'text-success' },
  warning: {
    Icon: TriangleAlert,
    ground: 'border-accent/35 bg-accent-soft',
    ink: 'text-accent-ink',
  },
  danger: { Icon: CircleAlert, ground: 'border-danger/20 bg-danger-soft', ink: 'text-danger' },
}

interface NoticeProps {
  tone?: NoticeTone
  title?: ReactNode
  children?: ReactNode
  /** A button or link at the end. */
  action?: ReactNode
  /** Read it aloud when it appears: `alert` at once, `status` when there is a pause. */
  role?: 'alert' | 'status'
  className?: string
}

/** Something to know that belongs to this place. For what just happened elsewhere, use toast(). */
export function Notice({ tone = 'info', title, children, action, role, className }: NoticeProps) {
  const { Icon, ground, ink } = looks[tone]
  return (
    <div
      role={role}
      className={clsx(
        'flex flex-wrap items-start gap-x-4 gap-y-3 rounded-base border px-4 py-3 text-sm',
        ground,
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-60 gap-3">
        <Icon aria-hidden="true" className={clsx('mt-0.5 size-4 shrink-0', ink)} />
        <div className="min-w-0 flex-1">
          {title && <p className="font-semibold text-ink">{title}</p>}
          {children && <div className="text-ink">{children}</div>}
        </div>
      </div>
      {action && (
        <div className="flex shrink-0 flex-wrap gap-2 self-center max-sm:pl-7">{action}</div>
      )}
    </div>
  )
}
