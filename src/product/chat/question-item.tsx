import Pencil from 'lucide-react/icons/pencil'
import { memo, type Ref } from 'react'
import { m } from '#/i18n/messages.ts'
import { IconButton } from '#/ui/button.tsx'
import { VisuallyHidden } from '#/ui/visually-hidden.tsx'

interface QuestionItemProps {
  text: string
  canEdit: boolean
  onEdit: () => void
  /** Of the button, which the focus goes back to. */
  editButton: Ref<HTMLButtonElement>
}

/** What was asked; with a mouse its button shows when one is near it. */
export const QuestionItem = memo(function QuestionItem({
  text,
  canEdit,
  onEdit,
  editButton,
}: QuestionItemProps) {
  return (
    <li className="group flex items-start justify-end gap-1">
      <VisuallyHidden>{m.chat_question_by()}</VisuallyHidden>
      {canEdit && (
        <IconButton
          ref={editButton}
          label={m.chat_edit()}
          size="sm"
          onClick={onEdit}
          className="mt-0.5 text-ink-faint! opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
        >
          <Pencil aria-hidden="true" />
        </IconButton>
      )}
      <p className="max-w-[85%] min-w-0 rounded-base bg-primary-soft px-3.5 py-2 wrap-anywhere whitespace-pre-wrap">
        {text}
      </p>
    </li>
  )
})
