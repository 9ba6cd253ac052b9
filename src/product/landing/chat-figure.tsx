import { m } from '#/i18n/messages.ts'
import { FigureFrame } from '#/ui/figure-frame.tsx'

export function ChatFigure() {
  return (
    <FigureFrame caption={m.site_chat_figure()} className="lg:self-center">
      <p className="border-b px-5 py-3 text-xs font-medium text-ink-muted">{m.site_chat_job()}</p>
      <div className="space-y-4 p-5 text-base">
        <p className="ml-auto w-fit max-w-[85%] rounded-base bg-primary-soft px-4 py-2.5">
          {m.site_chat_question()}
        </p>
        <p className="max-w-[92%]">{m.site_chat_answer()}</p>
      </div>
    </FigureFrame>
  )
}
