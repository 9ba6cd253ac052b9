import { createFileRoute } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/o/$orgSlug/jobs/')({
  component: RouteComponent,
})

function RouteComponent() {
  return <div>Hello "/_app/o/$orgSlug/jobs/"!</div>
}
