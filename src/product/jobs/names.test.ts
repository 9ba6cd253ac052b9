import { describeNames } from '../../../tests/name-cases.ts'
import { jobFields } from './job-fields.ts'

describeNames({
  'a job': jobFields.shape.title,
  'a department': jobFields.shape.department,
  'a place of work': jobFields.shape.location,
  'a skill': jobFields.shape.skills.element,
})
