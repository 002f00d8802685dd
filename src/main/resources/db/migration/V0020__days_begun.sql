-- The days that have begun, each once whatever the number of nodes: what hangs on a day is done in the transaction that
-- puts its row here.
create table day_begun (
  zone     text not null,
  day      date not null,
  begun_at timestamptz not null,
  primary key (zone, day)
);

-- A day that has come and could not begin, since something that hangs on it failed. It is tried again.
create table day_failed (
  zone  text primary key,
  day   date not null,
  since timestamptz not null,
  tries int not null,
  why   text not null
);
