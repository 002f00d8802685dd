create extension if not exists unaccent;

create table org_unit (
  id           bigint generated always as identity primary key,
  parent_id    bigint references org_unit,
  kind         text not null check (kind in ('MINISTRY', 'PROVINCE', 'DEPARTMENT', 'COMMUNE', 'SCHOOL', 'NEIGHBOURHOOD')),
  code         text not null unique,
  name         text not null,
  valid_from   date not null default '2025-07-01',
  valid_to     date,
  -- The unit that took over when this one was merged or dissolved.
  successor_id bigint references org_unit,
  created_at   timestamptz not null default now()
);
create index org_unit_parent on org_unit (parent_id);

-- A place where a unit itself publishes: its Facebook page, Zalo account, Telegram channel, portal column.
create table outlet (
  id         bigint generated always as identity primary key,
  unit_id    bigint not null references org_unit,
  channel    text not null,
  address    text not null,
  name       text not null,
  active     boolean not null default true,
  created_at timestamptz not null default now(),
  unique (channel, address)
);

create function unit_and_below(root bigint) returns setof bigint language sql stable rows 100 as $$
  with recursive below (id) as (
    select root
    union all
    select u.id from org_unit u join below on u.parent_id = below.id
  )
  select id from below
$$;
