create sequence delivery_fence;

-- Leases and due times go by the database's clock, so that all nodes agree. The shift is zero in real life; tests
-- and fault trials move it, together with the clock of the program.
create table clock (shift interval not null default '0');
insert into clock default values;
create function lantoa_now() returns timestamptz language sql stable
  return clock_timestamp() + (select shift from clock);

-- One message to one recipient on one channel: the ledger. Outcomes is the only writer of status.
create table delivery (
  id             bigint generated always as identity primary key,
  run_id         bigint not null references wave_run,
  campaign_id    bigint not null,
  channel        text not null,
  target_kind    text not null check (target_kind in ('PERSON', 'OUTLET', 'STATION')),
  target_id      bigint not null,
  unit_id        bigint not null,
  recipient_name text not null,
  address        text not null,
  status         text not null check (status in ('PENDING', 'CLAIMED', 'SENDING', 'UNCERTAIN', 'SENT', 'DELIVERED',
                   'UNDELIVERED', 'FAILED', 'SUPPRESSED', 'EXPIRED', 'CANCELLED')),
  reason         text,
  provider_ref   text,
  not_before     timestamptz not null,
  expires_at     timestamptz not null,
  attempts       int not null default 0,
  fence          bigint,
  owner          text,
  lease_until    timestamptz,
  wire_at        timestamptz,
  settled_at     timestamptz,
  unique (run_id, channel, target_kind, target_id)
) with (fillfactor = 80);
create index delivery_due on delivery (run_id, channel, not_before, id) where status = 'PENDING';
create index delivery_leased on delivery (lease_until) where status in ('CLAIMED', 'SENDING');
create index delivery_campaign on delivery (campaign_id, channel, status);

-- One try of a delivery, written when it ends.
create table attempt (
  id           bigint generated always as identity primary key,
  delivery_id  bigint not null references delivery,
  number       int not null,
  node         text not null,
  wire_at      timestamptz,
  ended_at     timestamptz not null,
  outcome      text not null,
  provider_ref text,
  reason       text
);
create index attempt_delivery on attempt (delivery_id);

-- A channel that must not be used for now: credentials refused, credit gone, or a person said so.
create table channel_pause (
  channel text primary key,
  reason  text not null,
  since   timestamptz not null default now()
);
