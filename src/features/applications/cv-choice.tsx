import { useState } from 'react'
import { DocumentUpload } from '#/features/files/document-upload.tsx'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { RadioField } from '#/ui/field.tsx'
import { useFormState } from '#/ui/form.tsx'
import { formatFileSize } from '#/ui/format-number.ts'
import { formatDate } from '#/ui/format-date.ts'
import { useHydrated } from '#/ui/use-hydrated.ts'
import type { ApplyForm } from './contract.ts'

interface CvChoiceProps {
  cvs: ApplyForm['cvs']
  onChoose: (fileId: string) => void
  /** Reads the list again. */
  onUploaded: () => Promise<void>
}

/** One of the CVs that are there, or a new one; the newest is chosen. */
export function CvChoice({ cvs, onChoose, onUploaded }: CvChoiceProps) {
  const [isAdding, setAdding] = useState(false)
  const { errors } = useFormState()
  const hydrated = useHydrated()
  const [newest] = cvs
  return (
    <div className="space-y-4">
      {newest && (
        <RadioField
          key={newest.file.id}
          name="fileId"
          label={m.applications_choose_cv()}
          defaultValue={newest.file.id}
          onChange={onChoose}
          options={cvs.map(({ file, review }) => ({
            value: file.id,
            label: file.name,
            hint: [
              formatFileSize(file.sizeBytes),
              formatDate(file.createdAt, 'date', hydrated ? undefined : 'UTC'),
              review
                ? m.applications_cv_score({ score: review.score })
                : m.applications_cv_no_review(),
            ].join(' · '),
          }))}
        />
      )}
      {newest && !isAdding ? (
        <Button onClick={() => setAdding(true)}>{m.applications_upload_other()}</Button>
      ) : (
        <DocumentUpload
          onReady={async () => {
            await onUploaded()
            setAdding(false)
          }}
        />
      )}
      {!newest && errors.fileId && (
        <p role="alert" className="text-sm text-danger">
          {m.applications_no_cv()}
        </p>
      )}
    </div>
  )
}
