import House from 'lucide-react/icons/house'
import { defineFeature } from '#/define-feature.ts'
import { m } from '#/i18n/messages.ts'

export const home = defineFeature({
  navigation: {
    personal: [{ to: '/home', icon: House, label: m.home_nav_home, order: 10 }],
  },
})
