-- Whoever keeps a person on his list answers what the person asked: an open request goes with him to another unit.
create function request_follows() returns trigger language plpgsql as $$
begin
  update subject_request set unit_id = new.unit_id where recipient_id = new.id and status = 'OPEN';
  return null;
end $$;
create trigger request_follows after update of unit_id on recipient
  for each row when (old.unit_id is distinct from new.unit_id) execute function request_follows();

update subject_request s set unit_id = r.unit_id
from recipient r where r.id = s.recipient_id and s.status = 'OPEN' and s.unit_id <> r.unit_id;
