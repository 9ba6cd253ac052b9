import { m } from '#/i18n/messages.ts'

// <fields labels>
