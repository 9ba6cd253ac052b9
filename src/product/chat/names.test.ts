import { describeNames } from '../../../tests/name-cases.ts'
import { chatTitle } from './contract.ts'

describeNames({ 'a conversation': chatTitle.shape.title })
