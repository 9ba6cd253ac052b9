import { and, desc, eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { application } from './tables.ts'
import { organization } from '#/db/schema/organizations.ts'
import { recordAudit } from '#/platform/audit/record-audit.server.ts'

/** Somebody in this organisation opens the file of a candidate, with whose application it came. */
export const recordCvRead = (fileId: string, organizationSlug: string) =>
  asSystem('applications: who read the file of a candidate', async (tx) => {
    const [found] = await tx
      .select({ id: application.id, organizationId: application.organizationId })
      .from(application)
      .innerJoin(organization, eq(organization.id, application.organizationId))
      .where(and(eq(organization.slug, organizationSlug), eq(application.fileId, fileId)))
      // One that was withdrawn shows it no longer.
      .orderBy(
        eq(application.status, 'withdrawn'),
        desc(application.createdAt),
        desc(application.id),
      )
      .limit(1)
    if (!found) throw new Error('A file is shown to recruiters through an application alone.')
    await recordAudit(tx, {
      organizationId: found.organizationId,
      action: 'application.cv_read',
      subjectType: 'application',
      subjectId: found.id,
    })
  })
