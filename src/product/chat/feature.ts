import MessageSquare from 'lucide-react/icons/message-square'
import { defineFeature } from '#/define-feature.ts'
import { m } from '#/i18n/messages.ts'
import { candidateQuestions, questions } from './plan-limits.ts'

export const chat = defineFeature({
  navigation: {
    personal: [{ to: '/chats', icon: MessageSquare, label: m.chat_nav_chats, order: 50 }],
  },
  limits: [questions, candidateQuestions],
})
