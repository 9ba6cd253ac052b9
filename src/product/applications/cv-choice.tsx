import { useState } from 'react'
import { DocumentUpload } from '#/platform/files/document-upload.tsx'
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
  /** Anything else that is said of a CV. */
  factsOf: (fileId: string) => string[]
  onChoose: (fileId: string) => void
  /** Reads the list again. */
  onUploaded: () => Promise<void>
}

/** One of the CVs that are there, or a new one; the newest is chosen. */
export function CvChoice({ cvs, factsOf, onChoose, onUploaded }: CvChoiceProps) {
  const [isAdding, setAdding] = useState(false)
  const { errors } = useFormState()
  const hydrated = useHydrated()
  const [newest] = cvs
  return (
    <div className="space-y-4">
      {newest && (
        <RadioField
          key={newest.id}
          name="fileId"
          label={m.applications_choose_cv()}
          defaultValue={newest.id}
          onChange={onChoose}
          options={cvs.map((file) => ({
            value: file.id,
            label: file.name,
            hint: [
              formatFileSize(file.sizeBytes),
              formatDate(file.createdAt, 'date', hydrated ? undefined : 'UTC'),
              ...factsOf(file.id),
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
