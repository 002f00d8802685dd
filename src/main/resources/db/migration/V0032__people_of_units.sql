-- A person is known once in a unit, and to as many units as have to do with him: a teacher here is a parent elsewhere.
-- The keys stay as they are.
alter table recipient drop constraint recipient_dedupe_key_key;
create unique index recipient_known_once on recipient (dedupe_key, unit_id);

-- Who turned out to be the same person as somebody else: his history is read with that one's.
alter table recipient add column merged_into bigint references recipient;
create index recipient_merged on recipient (merged_into) where merged_into is not null;

-- Whose staff wrote the refusal down; null: nobody's did.
alter table suppression add column unit_id bigint references org_unit;
-- When the person himself refused, by his link or at the provider; null: he did not. Only he takes that back.
alter table suppression add column own_at timestamptz;

update suppression s set unit_id = said.unit_id
from (select distinct on (p.channel, p.address, e.source) p.channel, p.address, e.source, r.unit_id
        from consent_event e
        join contact_point p on p.recipient_id = e.recipient_id and p.channel = e.channel
        join recipient r on r.id = e.recipient_id
       where not e.given
       order by p.channel, p.address, e.source, e.id) said
where s.reason = 'OPT_OUT' and s.source <> 'unsubscribe-link'
  and s.channel = said.channel and s.address = said.address and s.source = said.source;
-- What no staff is known to have written down was said by the person.
update suppression set own_at = since where reason = 'OPT_OUT' and unit_id is null;

-- A unit asks another for a person who has moved: whose person it is answers.
create table transfer (
  id           bigint generated always as identity primary key,
  recipient_id bigint not null references recipient on delete cascade,
  to_unit_id   bigint not null references org_unit,
  asked_by     bigint not null references account,
  asked_at     timestamptz not null default lantoa_now(),
  answered_by  bigint references account,
  answered_at  timestamptz,
  agreed       boolean,
  check ((answered_at is null) = (agreed is null))
);
create unique index transfer_open on transfer (recipient_id, to_unit_id) where answered_at is null;
