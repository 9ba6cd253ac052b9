import { createFileRoute, Outlet } from '@tanstack/react-router'

/** The pages around signing in. */
export const Route = createFileRoute('/_auth')({ component: Outlet })
