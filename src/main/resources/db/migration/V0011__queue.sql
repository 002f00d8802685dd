-- The open end of the ledger, apart from it: what moves (claims, leases, retries) moves in a small table, and a row
-- of the ledger is written when its delivery begins and when it ends. None of its indexes holds a column that
-- changes, so PostgreSQL can put the new version beside the old one and touch no index at all.
--
-- A delivery is PENDING in the ledger exactly as long as it has a row here; the row says how far it is. It comes here
-- by trigger, and goes by the one statement that ends it.
create table queue (
  -- No foreign key: each check would write to the ledger's row. Only what makes or ends a delivery writes here.
  delivery_id bigint primary key,
  run_id      bigint not null,
  channel     text not null,
  state       text not null default 'PENDING' check (state in ('PENDING', 'CLAIMED', 'SENDING')),
  not_before  timestamptz not null,
  expires_at  timestamptz not null,
  attempts    int not null default 0,
  fence       bigint,
  owner       text,
  lease_until timestamptz,
  wire_at     timestamptz
-- It is rewritten all the time: cleaned early and often.
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0,
        autovacuum_analyze_scale_factor = 0.2);
create index queue_due on queue (run_id, channel, not_before, delivery_id);

insert into queue (delivery_id, run_id, channel, state, not_before, expires_at, attempts, fence, owner, lease_until,
  wire_at)
select id, run_id, channel, status, not_before, expires_at, attempts, fence, owner, lease_until, wire_at
from delivery where status in ('PENDING', 'CLAIMED', 'SENDING');
update delivery set status = 'PENDING' where status in ('CLAIMED', 'SENDING');

alter table delivery drop constraint delivery_status_check;
alter table delivery add constraint delivery_status_check check (status in ('PENDING', 'UNCERTAIN', 'SENT',
  'DELIVERED', 'UNDELIVERED', 'FAILED', 'SUPPRESSED', 'EXPIRED', 'CANCELLED'));
drop index delivery_due;
drop index delivery_leased;
drop index delivery_campaign;
alter table delivery drop column lease_until;
-- By whom first: that is also how one person's deliveries are found.
alter table delivery drop constraint delivery_run_id_channel_target_kind_target_id_key;
alter table delivery add constraint delivery_once unique (target_id, run_id, channel, target_kind);
create index delivery_run on delivery (run_id, id);

-- Only tries that did not succeed are filed: the one that did is in the ledger's own row.
alter table attempt drop constraint attempt_delivery_id_fkey;
delete from attempt where outcome in ('accepted', 'delivered');
create index attempt_final on attempt (id desc) where outcome in ('permanent', 'exhausted', 'not-composed');

-- How many deliveries of a run are in a status, kept by the database itself so that no writer can forget it. Rows
-- are only added, so that writers never wait for each other; their sum counts, and now and then they are folded.
create table tally (
  run_id  bigint not null,
  channel text not null,
  status  text not null,
  n       bigint not null
) with (autovacuum_vacuum_scale_factor = 0.05);
create index tally_run on tally (run_id);

insert into tally select run_id, channel, status, count(*) from delivery group by run_id, channel, status;

create function delivery_added() returns trigger language plpgsql as $$
begin
  insert into queue (delivery_id, run_id, channel, not_before, expires_at)
  select id, run_id, channel, not_before, expires_at from added where status = 'PENDING';
  insert into tally select run_id, channel, status, count(*) from added group by run_id, channel, status;
  return null;
end $$;
create trigger delivery_added after insert on delivery referencing new table as added
  for each statement execute function delivery_added();

create function tally_moved() returns trigger language plpgsql as $$
begin
  insert into tally
  select run_id, channel, status, sum(n)
  from (select run_id, channel, status, 1 as n from now_is
        union all select run_id, channel, status, -1 from it_was) moved
  group by run_id, channel, status having sum(n) <> 0;
  return null;
end $$;
create trigger tally_moved after update on delivery referencing old table as it_was new table as now_is
  for each statement execute function tally_moved();

create function tally_removed() returns trigger language plpgsql as $$
begin
  insert into tally select run_id, channel, status, -count(*) from gone group by run_id, channel, status;
  return null;
end $$;
create trigger tally_removed after delete on delivery referencing old table as gone
  for each statement execute function tally_removed();

-- What nobody answered for, and what the provider said when it was asked. A row exists exactly as long as the
-- delivery is UNCERTAIN.
create table uncertain (
  delivery_id  bigint primary key,
  since        timestamptz not null,
  looked_up_at timestamptz,
  look_ups     int not null default 0,
  -- FOUND, NOT_FOUND or UNANSWERED, and in the provider's words.
  found        text,
  said         text
);
insert into uncertain (delivery_id, since)
select id, coalesce(settled_at, now()) from delivery where status = 'UNCERTAIN';

create function delivery_stands_aside() returns trigger language plpgsql as $$
begin
  if new.status = 'UNCERTAIN' then
    insert into uncertain (delivery_id, since) values (new.id, lantoa_now()) on conflict do nothing;
  elsif old.status = 'UNCERTAIN' then
    delete from uncertain where delivery_id = new.id;
  end if;
  if new.status = 'PENDING' then
    insert into queue (delivery_id, run_id, channel, not_before, expires_at, attempts)
    values (new.id, new.run_id, new.channel, new.not_before, new.expires_at, new.attempts);
  end if;
  return null;
end $$;
create trigger delivery_stands_aside after update of status on delivery for each row
  when (old.status <> new.status and (old.status = 'UNCERTAIN' or new.status in ('UNCERTAIN', 'PENDING')))
  execute function delivery_stands_aside();

-- The ledger as people read it: one status for each delivery, however far it is.
create view delivery_now as
select d.id, d.run_id, d.campaign_id, d.channel, d.target_kind, d.target_id, d.unit_id, d.recipient_name, d.address,
       coalesce(q.state, d.status) as status, d.reason, d.provider_ref, coalesce(q.not_before, d.not_before) as not_before,
       d.expires_at, coalesce(q.attempts, d.attempts) as attempts, coalesce(q.fence, d.fence) as fence,
       coalesce(q.owner, d.owner) as owner, coalesce(q.wire_at, d.wire_at) as wire_at, d.settled_at
from delivery d left join queue q on q.delivery_id = d.id;
