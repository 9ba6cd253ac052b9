import { useRef, useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Field } from '#/ui/field.tsx'
import { SegmentedControl } from '#/ui/segmented-control.tsx'
import { Spinner } from '#/ui/spinner.tsx'
import { Textarea } from '#/ui/textarea.tsx'

interface DescriptionFieldProps {
  organizationSlug: string
  defaultValue: string
}

/** Markdown, and how readers will see it: made by the server, as the public page is. */
export function DescriptionField({ organizationSlug, defaultValue }: DescriptionFieldProps) {
  const textarea = useRef<HTMLTextAreaElement>(null)
  const [view, setView] = useState<'write' | 'preview'>('write')
  const [preview, setPreview] = useState<{ html?: string; failed?: boolean }>({})

  async function show(next: 'write' | 'preview') {
    setView(next)
    if (next === 'write') return
    setPreview({})
    const description = textarea.current?.value ?? ''
    try {
      setPreview(await rpc.jobs.manage.preview({ organizationSlug, description }))
    } catch {
      setPreview({ failed: true })
    }
  }

  return (
    <Field
      name="description"
      label={m.jobs_manage_field_description()}
      hint={m.jobs_manage_field_description_hint()}
      aside={
        <SegmentedControl
          label={m.jobs_manage_field_description()}
          name="description-view"
          value={view}
          onChange={show}
          segments={[
            { value: 'write', label: m.jobs_manage_write() },
            { value: 'preview', label: m.jobs_manage_preview() },
          ]}
        />
      }
    >
      {(control) => (
        <>
          <Textarea
            {...control}
            ref={textarea}
            rows={14}
            hidden={view === 'preview'}
            defaultValue={defaultValue}
          />
          {view === 'preview' && (
            <div aria-live="polite" className="min-h-80 rounded-base border bg-surface px-4 py-3">
              <Preview {...preview} />
            </div>
          )}
        </>
      )}
    </Field>
  )
}

function Preview({ html, failed }: { html?: string; failed?: boolean }) {
  if (failed) return <p className="text-danger">{m.jobs_manage_preview_failed()}</p>
  if (html === undefined) return <Spinner />
  if (html === '') return <p className="text-ink-muted">{m.jobs_manage_preview_empty()}</p>
  // oxlint-disable-next-line react/no-danger -- made by render-markdown.server.ts, as on the public page
  return <div className="prose prose-dense" dangerouslySetInnerHTML={{ __html: html }} />
}
