-- How many messages a unit may send on a channel in a day (of Việt Nam), where somebody said so; else it goes by how
-- many people the unit has.
create table unit_quota (
  unit_id bigint not null references org_unit,
  channel text not null,
  per_day int not null check (per_day >= 0),
  actor   text not null,
  at      timestamptz not null default lantoa_now(),
  primary key (unit_id, channel)
);

-- How many of a unit went on the wire on a day, on channels with a quota; before: as in address_day.
create table unit_day (
  unit_id bigint not null,
  channel text not null,
  day     date not null,
  n       bigint not null,
  before  bigint not null default 0,
  primary key (unit_id, channel, day)
-- One row is written by every commit of senders: beside itself, without touching the index.
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
