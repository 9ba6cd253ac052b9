import { defineFeature } from '#/define-feature.ts'
import { m } from '#/i18n/messages.ts'

export const identity = defineFeature({
  audit: [
    {
      name: 'accounts',
      label: m.identity_group_accounts,
      inOrganization: false,
      actions: {
        'account.created': m.identity_account_created,
        'account.email_confirmed': m.identity_account_email_confirmed,
        'account.email_changed': m.identity_account_email_changed,
        'account.password_changed': {
          anybody: m.identity_audit_account_password_changed,
          oneself: m.identity_account_password_changed_own,
        },
        'account.password_reset': m.identity_account_password_reset,
        'account.deleted': m.identity_account_deleted,
        'session.started': m.identity_session_started,
        'session.ended': {
          anybody: m.identity_session_ended,
          somebodyElse: m.identity_session_ended_by,
        },
      },
      gone: { user: m.audit_gone },
    },
  ],
})
