create table recipient (
  id         bigint generated always as identity primary key,
  unit_id    bigint not null references org_unit,
  name       text not null,
  audience   text not null,
  -- What makes a row of an import the same person again: the unit's own code, else the phone, else the e-mail.
  dedupe_key text not null unique,
  removed_at timestamptz,
  created_at timestamptz not null default now()
);
create index recipient_unit on recipient (unit_id, audience);

create table contact_point (
  recipient_id   bigint not null references recipient on delete cascade,
  channel        text not null,
  address        text not null,
  -- Null: no consent is on record, so nothing is sent.
  consent_at     timestamptz,
  consent_source text,
  primary key (recipient_id, channel)
);
create index contact_point_address on contact_point (channel, address);

-- An address nobody may write to. A lifted one stays, as a record.
create table suppression (
  id        bigint generated always as identity primary key,
  channel   text not null,
  address   text not null,
  reason    text not null check (reason in ('OPT_OUT', 'HARD_BOUNCE', 'COMPLAINT', 'DO_NOT_CALL', 'MANUAL')),
  source    text not null,
  since     timestamptz not null default now(),
  lifted_at timestamptz
);
create unique index suppression_active on suppression (channel, address) where lifted_at is null;

create table consent_event (
  id           bigint generated always as identity primary key,
  recipient_id bigint not null references recipient on delete cascade,
  channel      text not null,
  given        boolean not null,
  source       text not null,
  actor        text not null,
  at           timestamptz not null default now()
);

-- A finished import: counts, and the rows that were refused, so that they can be corrected.
create table recipient_import (
  id         bigint generated always as identity primary key,
  unit_id    bigint not null references org_unit,
  file_name  text not null,
  actor      text not null,
  at         timestamptz not null default now(),
  added      int not null,
  changed    int not null,
  unchanged  int not null,
  refused    int not null
);
