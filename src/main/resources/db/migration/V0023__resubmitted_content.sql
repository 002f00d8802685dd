-- An author can hand in again what was returned, changed or not.
alter table approval drop constraint approval_decision_check;
alter table approval add constraint approval_decision_check
  check (decision in ('APPROVED', 'RETURNED', 'RESUBMITTED'));
