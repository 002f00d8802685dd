-- The journal is read from its end: all of it, or what one person did, or one kind of act.
create index audit_entry_at on audit_entry (at, id);
create index audit_entry_account on audit_entry (account_id, at, id);
create index audit_entry_action on audit_entry (action, at, id);
