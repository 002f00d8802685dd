-- A file that brings back a text asks for its approval again, and nobody stands behind it but the program.
alter table approval alter column account_id drop not null;
alter table approval add constraint approval_decided_by_somebody check (account_id is not null or decision = 'RESUBMITTED');
