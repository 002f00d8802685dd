-- Since when somebody is on the list he is on: of his unit, in his group. Of who was there before this: since ever.
alter table recipient add column listed_at timestamptz not null default '-infinity';
alter table recipient alter column listed_at set default lantoa_now();

create function listed_anew() returns trigger language plpgsql as $$
begin
  new.listed_at := lantoa_now();
  return new;
end $$;

create trigger listed_anew before update on recipient for each row
  when (old.unit_id <> new.unit_id or old.audience <> new.audience or old.removed_at is not null and new.removed_at is null)
  execute function listed_anew();

-- How many messages to people a wave would have sent when it was approved, and when that was: the approver saw their number
-- and the price. Null: it goes to no people, or was approved before this.
alter table wave add column approved_messages bigint;
alter table wave add column people_as_of timestamptz;

-- Of a run that went only to who was on the lists by then, and had agreed, since far more had come; null: to all.
alter table wave_run add column people_as_of timestamptz;
