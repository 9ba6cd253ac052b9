import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { BareButton, Button } from '#/ui/button.tsx'
import { Field } from '#/ui/field.tsx'
import { Input } from '#/ui/input.tsx'

const limit = 20

/**
 * A list of words, each a chip that can be taken away. What the form reads are hidden checkboxes,
 * one for each chip, and one that is never ticked, so that no chip is an empty list.
 */
export function SkillsField({ defaultSkills }: { defaultSkills: string[] }) {
  const [skills, setSkills] = useState(defaultSkills)
  const [typed, setTyped] = useState('')

  function add() {
    const words = typed
      .split(',')
      .map((word) => word.trim().slice(0, 40))
      .filter((word) => word !== '')
    const known = new Set(skills.map((skill) => skill.toLowerCase()))
    setSkills(
      [...skills, ...words.filter((word) => !known.has(word.toLowerCase()))].slice(0, limit),
    )
    setTyped('')
  }

  return (
    <Field
      name="skills"
      label={m.jobs_manage_field_skills()}
      hint={m.jobs_manage_field_skills_hint()}
      optional
    >
      {({ name, ...control }) => (
        <div className="space-y-2">
          <input type="checkbox" name={name} value="" hidden readOnly checked={false} />
          {skills.length > 0 && (
            <ul className="flex flex-wrap gap-1.5">
              {skills.map((skill) => (
                <li
                  key={skill}
                  className="inline-flex h-7 items-center gap-1 rounded-base border bg-sunken pl-2.5 text-sm pointer-coarse:h-10"
                >
                  <input type="checkbox" name={name} value={skill} hidden readOnly checked />
                  {skill}
                  <BareButton
                    aria-label={m.jobs_manage_skill_remove({ skill })}
                    onClick={() => setSkills(skills.filter((other) => other !== skill))}
                    className="flex size-7 items-center justify-center rounded-base text-ink-faint hover:text-ink pointer-coarse:size-10"
                  >
                    <X aria-hidden="true" className="size-3.5" />
                  </BareButton>
                </li>
              ))}
            </ul>
          )}
          <div className="flex gap-2">
            <Input
              {...control}
              value={typed}
              disabled={skills.length >= limit}
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
              onBlur={add}
              onKeyDown={(event) => {
                if (event.key === 'Enter' || event.key === ',') {
                  event.preventDefault()
                  add()
                } else if (event.key === 'Backspace' && typed === '') {
                  setSkills(skills.slice(0, -1))
                }
              }}
            />
            <Button onClick={add} disabled={typed.trim() === ''}>
              {m.jobs_manage_skill_add()}
            </Button>
          </div>
        </div>
      )}
    </Field>
  )
}
