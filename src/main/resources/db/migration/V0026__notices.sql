-- What somebody who works here is told: that something waits for him, or what became of his work. A row is written in
-- the transaction of the act it tells of; what goes out as a letter becomes a delivery like any other.
create table notice (
  id         bigint generated always as identity primary key,
  account_id bigint not null references account,
  kind       text not null,
  -- What it is about, and which of several times this was: the same is told once.
  subject    text not null,
  occasion   text not null,
  -- In whose name a letter goes out.
  unit_id    bigint not null references org_unit,
  -- What goes into the sentences of its kind, and the page of the console it leads to.
  arguments  text[] not null,
  path       text not null,
  -- Null: for the console only.
  address    text,
  made_at    timestamptz not null default lantoa_now(),
  run_id     bigint references wave_run,
  unique (account_id, kind, subject, occasion)
);
create index notice_to_send on notice (unit_id, id) where address is not null and run_id is null;

-- A kind that somebody does not want as a letter. All others he gets, if his account has an address.
create table notice_off (
  account_id bigint not null references account on delete cascade,
  kind       text not null,
  primary key (account_id, kind)
);

-- The ledger's rows belong to runs, runs to campaigns. Letters to accounts have one of their own per unit, which is
-- always running and which no list, report or act of campaigns knows.
alter table campaign add column kind text not null default 'OUTREACH' check (kind in ('OUTREACH', 'NOTICES'));
create unique index campaign_of_notices on campaign (unit_id) where kind = 'NOTICES';
-- Null: each letter has words of its own.
alter table wave alter column item_id drop not null;

alter table delivery drop constraint delivery_target_kind_check;
-- The rows there are satisfied a narrower one; reading millions of them again would hold up the start.
alter table delivery add constraint delivery_target_kind_check
  check (target_kind in ('PERSON', 'OUTLET', 'STATION', 'NOTICE')) not valid;
