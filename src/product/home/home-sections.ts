import { applicationsSection } from '#/product/applications/home-section.tsx'
import { chatsSection } from '#/product/chat/home-section.tsx'
import { reviewsSection } from '#/product/cv-review/home-section.tsx'

/** Sections with a person's own things, in this order. */
export const homeSections = {
  reviews: reviewsSection,
  applications: applicationsSection,
  chats: chatsSection,
}
