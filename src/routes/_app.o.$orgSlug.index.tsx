import { createFileRoute, redirect } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/o/$orgSlug/')({
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/o/$orgSlug/jobs', params })
  },
})
