import FileText from 'lucide-react/icons/file-text'
import { defineFeature } from '#/define-feature.ts'
import { m } from '#/i18n/messages.ts'
import { cvReviews } from './plan-limits.ts'

export const cvReview = defineFeature({
  navigation: {
    personal: [{ to: '/cv-review', icon: FileText, label: m.cv_review_nav_cv_review, order: 30 }],
  },
  limits: [cvReviews],
})
