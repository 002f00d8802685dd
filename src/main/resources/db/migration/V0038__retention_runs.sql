-- What ended on which day: planned once when the day begins, done in parts, also by whoever goes on after a crash.
create table retention_run (
  day         date not null,
  kind        text not null,
  before      timestamptz not null,
  planned     bigint not null,
  done        bigint not null default 0,
  started_at  timestamptz not null default lantoa_now(),
  finished_at timestamptz,
  primary key (day, kind)
);
create index retention_run_open on retention_run (day) where finished_at is null;

-- Runs whose deliveries hold no names and addresses any more: they need not be looked at again.
create table nameless_run (
  run_id bigint primary key
);
