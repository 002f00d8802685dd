-- Processes that share this database, and how they are known to each other.
create table node (
  id         text primary key,
  host       text not null,
  version    text not null,
  started_at timestamptz not null,
  seen_at    timestamptz not null,
  -- It went in order; null: it runs, or it died.
  left_at    timestamptz,
  -- Rises while it runs, here and in a file outside the database: a database that is behind the file is an old copy.
  epoch      bigint not null,
  -- How far its clock was off the database's when it last looked.
  skew       interval not null default '0'
);

-- This installation: one row. It holds still from when a copy of its database is started until somebody says that
-- this copy is the one to go on with.
create table instance (
  one         boolean primary key default true check (one),
  -- Of the PostgreSQL cluster it lives in: another after a dump was loaded elsewhere.
  cluster     text,
  held_since  timestamptz,
  held_reason text
);
insert into instance default values;
