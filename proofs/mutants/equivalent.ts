/**
 * Mutants that change nothing which anybody could observe, and why. One that is caught after all, or
 * that does not exist any more, has to leave the list.
 */
export const equivalent: Record<string, string> = {
  'policy application_event_actor_adds: with check, without (application_id IN ( SELECT a.id FROM application a WHERE (a.user_id = ( SELECT current_user_id() AS current_user_id))))':
    'The last part asks for an application that is seen: the own, or one of the organisation that is named. The key application_event_of_tenant makes the event of the latter the organisation’s, which its members may add anyway.',
  'policy audit_chain_seen: dropped':
    'app_audit inherits what app_system may, and audit_chain_system says the same.',
  'policy chat_owner_changes: with check, always':
    'The column owner_id is not granted for an update, so that a row keeps the owner that USING found.',
  'policy chat_message_owner_continues: with check, without (owner_id = ( SELECT current_owner_id() AS current_owner_id))':
    'The column owner_id is not granted for an update, so that a row keeps the owner that USING found.',
  "policy chat_message_owner_continues: with check, without (role = 'assistant'::text)":
    'The column role is not granted for an update, so that a row keeps the role that USING found.',
  'policy cv_review_owner_gives_up: with check, without (user_id = ( SELECT current_user_id() AS current_user_id))':
    'The column user_id is not granted for an update, so that a row keeps the owner that USING found.',
  'policy job_member_changes: with check, always':
    'The column organization_id is not granted for an update, so that a row keeps the tenant that USING found.',
  'policy organization_profile_managers_change: with check, for any role':
    'USING asks for the role, and the row cannot leave the organisation that is named.',
  'trigger audit_leaving on "user": disabled':
    'It orders the locks of two who leave at the same moment; an embedded database runs one transaction at a time. On a server src/db/audit-trail.test.ts sees it.',
  'procedure billing: server.organizationCheckout for organizationMember, not organizationManager':
    'The auth engine asks mayPayFor (payer.server.ts) once more, and answers a member the same.',
  'procedure billing: server.organizationPortal for organizationMember, not organizationManager':
    'The auth engine asks mayPayFor (payer.server.ts) once more, and answers a member the same.',
  'procedure organizations: server.changeRole for organizationMember, not organizationManager':
    'The auth engine asks for the right member:update once more, and answers a member the same.',
  'procedure organizations: server.removeMember for organizationMember, not organizationManager':
    'The auth engine asks for the right member:delete once more, and answers a member the same.',
  'procedure organizations: server.invite for organizationMember, not organizationManager':
    'The auth engine asks for the right invitation:create once more, and answers a member the same.',
}
