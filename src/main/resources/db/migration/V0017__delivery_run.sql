-- That a delivery belongs to a run is checked once for each statement that adds deliveries, not once for each row: an
-- expansion writes a hundred thousand rows of one run, and the check of each took a quarter of its time.
alter table delivery drop constraint delivery_run_id_fkey;

create or replace function delivery_added() returns trigger language plpgsql as $$
begin
  if exists (select run_id from added except select id from wave_run) then
    raise exception 'A delivery of a run that does not exist' using errcode = 'foreign_key_violation';
  end if;
  insert into queue (delivery_id, run_id, channel, not_before, expires_at)
  select id, run_id, channel, not_before, expires_at from added where status = 'PENDING';
  insert into tally (run_id, channel, status, reason, n)
  select run_id, channel, status, told_reason(status, reason, address), count(*) from added group by 1, 2, 3, 4;
  return null;
end $$;

create function wave_run_removed() returns trigger language plpgsql as $$
begin
  if exists (select from delivery where run_id = old.id) then
    raise exception 'Run % has deliveries', old.id using errcode = 'foreign_key_violation';
  end if;
  return old;
end $$;
create trigger wave_run_removed before delete on wave_run for each row execute function wave_run_removed();
