-- Whoever keeps a person on his list answers what the person asked: an open request goes with him to another unit, and to
-- the entry that stays when two were found to be one person.
create function request_follows() returns trigger language plpgsql as $$
begin
  update subject_request
  set recipient_id = coalesce(new.merged_into, new.id),
      unit_id = (select unit_id from recipient where id = coalesce(new.merged_into, new.id))
  where recipient_id = new.id and status = 'OPEN';
  return null;
end $$;
create trigger request_follows after update of unit_id, merged_into on recipient
  for each row when (old.unit_id is distinct from new.unit_id or old.merged_into is distinct from new.merged_into)
  execute function request_follows();

update subject_request s set recipient_id = kept.id, unit_id = kept.unit_id
from recipient r join recipient kept on kept.id = coalesce(r.merged_into, r.id)
where r.id = s.recipient_id and s.status = 'OPEN' and (s.recipient_id, s.unit_id) <> (kept.id, kept.unit_id);
