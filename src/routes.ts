import { index, layout, rootRoute, route } from '@tanstack/virtual-file-routes'

/** The first of these is the page at `/`; the platform's own is there when nothing else is. */
const [start] = ['product/landing/routes/landing.tsx', 'platform/navigation/routes/start.tsx']

/**
 * Which page is at which address. A route lies with its feature; what stands around it is a layout. A
 * route is shown inside the one whose list it is in, and an address of several parts may stand alone.
 */
export const routes = rootRoute('platform/navigation/routes/root.tsx', [
  layout('public', 'platform/navigation/routes/public-layout.tsx', [
    index(start),
    route('/jobs', [
      index('product/jobs/routes/board.tsx'),
      route('/$jobSlug', 'product/jobs/routes/job.tsx'),
    ]),
    // In the group above it would be shown inside the page of the job.
    route('/jobs/$jobSlug/apply', 'product/applications/routes/apply.tsx'),
    route('/companies/$orgSlug', 'product/jobs/routes/company.tsx'),
    route('/pricing', 'platform/billing/routes/pricing.tsx'),
  ]),
  layout('auth', 'platform/identity/routes/auth-layout.tsx', [
    route('/sign-in', 'platform/identity/routes/sign-in.tsx'),
    route('/sign-up', 'platform/identity/routes/sign-up.tsx'),
    route('/verify', 'platform/identity/routes/verify.tsx'),
    route('/forgot-password', 'platform/identity/routes/forgot-password.tsx'),
    route('/reset-password', 'platform/identity/routes/reset-password.tsx'),
  ]),
  layout('app', 'platform/navigation/routes/app-layout.tsx', [
    route('/home', 'product/home/routes/home.tsx'),
    route('/cv-review', [
      index('product/cv-review/routes/reviews.tsx'),
      route('/$reviewId', 'product/cv-review/routes/review.tsx'),
    ]),
    route('/applications', [
      index('product/applications/routes/own-applications.tsx'),
      route('/$applicationId', 'product/applications/routes/own-application.tsx'),
    ]),
    route('/chats', [
      index('product/chat/routes/chats.tsx'),
      route('/$chatId', 'product/chat/routes/chat.tsx'),
    ]),
    route('/account', 'platform/identity/routes/account.tsx'),
    route('/billing', 'platform/billing/routes/billing.tsx'),
    route('/billing/checkout', 'platform/billing/routes/checkout.tsx'),
    route('/organizations/new', 'platform/organizations/routes/new-organization.tsx'),
    route('/o/$orgSlug', 'platform/organizations/routes/organization-layout.tsx', [
      index('platform/organizations/routes/first-page.tsx'),
      route('/jobs', [
        index('product/jobs/routes/manage-jobs.tsx'),
        route('/new', 'product/jobs/routes/new-job.tsx'),
        route('/$jobId', 'product/jobs/routes/edit-job.tsx'),
      ]),
      route('/applications', [
        index('product/applications/routes/pipeline.tsx'),
        route('/$applicationId', 'product/applications/routes/received-application.tsx'),
      ]),
      route('/members', 'platform/organizations/routes/members.tsx'),
      route('/billing', 'platform/billing/routes/organization-billing.tsx'),
      route('/billing/checkout', 'platform/billing/routes/organization-checkout.tsx'),
      route('/audit', 'platform/audit/routes/organization-trail.tsx'),
      route('/settings', 'platform/organizations/routes/settings.tsx'),
    ]),
    route('/admin', 'platform/admin/routes/admin-layout.tsx', [
      index('platform/admin/routes/index.tsx'),
      route('/users', [
        index('platform/admin/routes/users.tsx'),
        route('/$userId', 'platform/admin/routes/user.tsx'),
      ]),
      route('/organizations', 'platform/admin/routes/organizations.tsx'),
      route('/subscriptions', 'platform/admin/routes/subscriptions.tsx'),
      route('/audit', 'platform/audit/routes/whole-trail.tsx'),
    ]),
  ]),
  route('/invitations/$invitationId', 'platform/organizations/routes/invitation.tsx'),
  route('/language/$locale', 'platform/navigation/routes/language.ts'),
  route('/robots.txt', 'platform/navigation/routes/robots.ts'),
  route('/sitemap.xml', 'platform/navigation/routes/sitemap.ts'),
])
