import { describeNames, describeNamesWithoutAddress } from '../../../tests/name-cases.ts'
import { applicationFields } from './application-fields.ts'

const applicant = { 'an applicant': applicationFields.shape.name }

describeNames(applicant)
describeNamesWithoutAddress(applicant)
