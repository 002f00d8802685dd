-- What is approved goes out under the names, and on the pages, that were there when it was read. Of what was approved before,
-- neither is known: it takes those of the day it is sent on.
create table former_short_name (
  unit_id    bigint not null references org_unit,
  -- Until this moment it was called so.
  until      timestamptz not null,
  short_name text not null,
  primary key (unit_id, until)
);
alter table wave add column names_as_of timestamptz, add column outlets bigint[];
alter table wave_run add column names_as_of timestamptz;
