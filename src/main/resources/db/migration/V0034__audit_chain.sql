-- Where an act came from; nothing is known of the older ones, nor of what the program does by itself.
alter table audit_entry add column address text not null default '';
alter table audit_entry add column request text not null default '';

-- What stays for good holds no names of recipients: those of before go while they still can. So do names of files and
-- searched words, in which people are named.
update audit_entry
   set detail = ''
 where action in ('recipient.add', 'recipient.import', 'list.export');

-- Rows that are there stay as they are from here on. The program's role may do no more than that anyway where another one owns the
-- tables (decision 0026); where it owns them itself, this is what stops a statement that went wrong.
create function insert_only() returns trigger language plpgsql as $$
begin
  raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger insert_only before update or delete or truncate on audit_entry
  for each statement execute function insert_only();

-- Entries no seal holds yet: written with the entry, taken away by its seal, so that one whose transaction took long
-- is sealed late and not forgotten.
create table audit_unsealed (
  entry_id bigint primary key,
  since    timestamptz not null default lantoa_now()
);

create function audit_entry_waits_for_its_seal() returns trigger language plpgsql as $$
begin
  insert into audit_unsealed (entry_id) values (new.id);
  return null;
end $$;

create trigger audit_entry_waits_for_its_seal after insert on audit_entry
  for each row execute function audit_entry_waits_for_its_seal();

insert into audit_unsealed (entry_id) select id from audit_entry;

-- The chain: each seal is made of what its entry says and of the seal before. A row of its own, since an entry is
-- never changed; in the order of places, which is that of sealing.
create table audit_seal (
  place     bigint primary key check (place > 0),
  entry_id  bigint not null unique references audit_entry,
  sealed_at timestamptz not null,
  hash      bytea not null check (octet_length(hash) = 32)
);

create index audit_seal_sealed_at on audit_seal (sealed_at, place);

create trigger insert_only before update or delete or truncate on audit_seal
  for each statement execute function insert_only();

-- What was found each time the chain was gone through: how far it was in order, and the seal there, which a later look
-- has to find again.
create table audit_check (
  id       bigint generated always as identity primary key,
  at       timestamptz not null,
  entries  bigint not null,
  hash     bytea not null check (octet_length(hash) = 32),
  fault    text,
  entry_id bigint,
  day      date
);

create trigger insert_only before update or delete or truncate on audit_check
  for each statement execute function insert_only();
