-- A conversation is renamed and answered; its owner and its job stay. Words are never changed.
REVOKE UPDATE ON "chat" FROM app_user;
GRANT UPDATE (title, active_reply_id, updated_at) ON "chat" TO app_user;
REVOKE UPDATE ON "chat_message" FROM app_user;
GRANT UPDATE (status, updated_at) ON "chat_message" TO app_user;
