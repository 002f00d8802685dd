create extension if not exists pg_trgm;

-- As people type it: without marks and capitals. Declared immutable so that it can be in an index: its rules come
-- with PostgreSQL and do not change while it runs.
create function folded(words text) returns text language sql immutable strict parallel safe
  return unaccent('unaccent'::regdictionary, lower(words));

create index recipient_folded_name on recipient using gin (folded(name) gin_trgm_ops);
create index contact_point_prefix on contact_point (address text_pattern_ops);

-- The ledger is found by way of whom it was sent to: an index on its own texts would cost every expansion dearly. A row
-- of it keeps name and address as they were, so what somebody was once called, or reached at, is kept here.
create table former (
  target_kind text not null check (target_kind in ('PERSON', 'OUTLET', 'STATION')),
  target_id   bigint not null,
  words       text not null,
  primary key (target_kind, target_id, words)
);

-- Arguments: kind of the target, its column, the column that changed.
create function former_kept() returns trigger language plpgsql as $$
begin
  insert into former (target_kind, target_id, words)
  values (tg_argv[0], (to_jsonb(old) ->> tg_argv[1])::bigint, to_jsonb(old) ->> tg_argv[2])
  on conflict do nothing;
  return null;
end $$;
create trigger recipient_renamed after update on recipient for each row
  when (old.name <> new.name) execute function former_kept('PERSON', 'id', 'name');
create trigger contact_point_moved after update on contact_point for each row
  when (old.address <> new.address) execute function former_kept('PERSON', 'recipient_id', 'address');
create trigger contact_point_gone after delete on contact_point for each row
  execute function former_kept('PERSON', 'recipient_id', 'address');
create trigger outlet_renamed after update on outlet for each row
  when (old.name <> new.name) execute function former_kept('OUTLET', 'id', 'name');
create trigger outlet_moved after update on outlet for each row
  when (old.address <> new.address) execute function former_kept('OUTLET', 'id', 'address');
create trigger station_renamed after update on station for each row
  when (old.name <> new.name) execute function former_kept('STATION', 'id', 'name');
create trigger station_moved after update on station for each row
  when (old.email is not null and old.email is distinct from new.email)
  execute function former_kept('STATION', 'id', 'email');

insert into former (target_kind, target_id, words)
select d.target_kind, d.target_id, unnest(array[d.recipient_name, d.address])
from delivery d
left join recipient r on d.target_kind = 'PERSON' and r.id = d.target_id and r.name = d.recipient_name
left join contact_point p
  on d.target_kind = 'PERSON' and p.recipient_id = d.target_id and p.channel = d.channel and p.address = d.address
where r.id is null or p.recipient_id is null
on conflict do nothing;

-- For what the new indexes hold.
analyze recipient;
analyze contact_point;
