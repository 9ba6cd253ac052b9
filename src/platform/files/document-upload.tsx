import FileText from 'lucide-react/icons/file-text'
import { useEffect } from 'react'
import { Button } from '#/ui/button.tsx'
import { Card } from '#/ui/card.tsx'
import { FileDrop } from '#/ui/file-drop.tsx'
import { formatFileSize } from '#/ui/format-number.ts'
import { Progress } from '#/ui/progress.tsx'
import { m } from '#/i18n/messages.ts'
import { documentTypes, limitFileBytes } from './accepted-files.ts'
import type { StoredFile } from './contract.ts'
import { explainProblem, isWorthAnotherTry } from './explain-problem.ts'
import { useUpload } from './use-upload.ts'

/** Some systems know no type for a DOCX, or an old one: the bytes decide, so those can be chosen too. */
const otherTypes = ['application/x-pdf', 'application/msword', 'application/octet-stream']
const accept = ['.pdf', '.docx', '.dotx', ...Object.values(documentTypes), ...otherTypes].join(',')

interface DocumentUploadProps {
  /** "Choose your CV, or drop it here" unless given. */
  label?: string
  /** The file was stored and checked; while the promise is open the upload still shows "checking". */
  onReady: (stored: StoredFile) => void | Promise<void>
  /** A file is being sent or checked, or is no more. */
  onActive?: (isActive: boolean) => void
}

/** A place to drop one PDF or DOCX, its progress, and a sentence for each way that it can fail. */
export function DocumentUpload({ label, onReady, onActive }: DocumentUploadProps) {
  const { state, upload, cancel } = useUpload(onReady)
  const isActive = state.step === 'sending' || state.step === 'checking'
  useEffect(() => onActive?.(isActive), [isActive, onActive])
  if (state.step === 'sending' || state.step === 'checking') {
    const { file } = state
    return (
      <Card className="flex items-start gap-4 px-5 py-6">
        <FileText aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-primary" />
        <div className="min-w-0 flex-1 space-y-4">
          {state.step === 'sending' ? (
            <Progress
              label={m.files_sending({ name: file.name })}
              value={state.sentBytes}
              max={file.size}
              detail={m.files_sent_of({
                sent: formatFileSize(state.sentBytes),
                total: formatFileSize(file.size),
              })}
            />
          ) : (
            <Progress label={m.files_checking({ name: file.name })} />
          )}
          <p role="status" className="text-ink-muted">
            {state.step === 'sending' ? m.files_sending_hint() : m.files_checking_hint()}
          </p>
          {state.step === 'sending' && (
            <Button size="sm" onClick={cancel}>
              {m.files_cancel()}
            </Button>
          )}
        </div>
      </Card>
    )
  }
  const refused = state.step === 'refused' ? state : undefined
  return (
    <div className="space-y-3">
      <FileDrop
        label={label ?? m.files_drop_label()}
        hint={m.files_drop_hint({ size: formatFileSize(limitFileBytes) })}
        accept={accept}
        error={
          refused && (
            <>
              <strong className="font-semibold break-words">{refused.file.name}</strong>{' '}
              {explainProblem(refused.problem, {
                sizeBytes: refused.file.size,
                format: refused.format,
              })}
            </>
          )
        }
        onFile={upload}
      />
      {refused && isWorthAnotherTry(refused.problem) && (
        <Button size="sm" onClick={() => upload(refused.file)}>
          {m.files_try_again()}
        </Button>
      )}
    </div>
  )
}
