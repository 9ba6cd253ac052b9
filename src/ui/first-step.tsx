import type { ReactNode } from 'react'
import { Card } from './card.tsx'

interface FirstStepProps {
  drawing: ReactNode
  title: string
  text: string
  action: ReactNode
}

/** What somebody could begin with, where nothing of theirs is yet. */
export const FirstStep = ({ drawing, title, text, action }: FirstStepProps) => (
  <Card className="flex h-full flex-col items-start p-4">
    <div className="mb-4">{drawing}</div>
    <h2 className="font-semibold">{title}</h2>
    <p className="mt-1 mb-5 flex-1 text-ink-muted">{text}</p>
    {action}
  </Card>
)
