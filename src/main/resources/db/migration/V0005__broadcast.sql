create table station (
  id                   bigint generated always as identity primary key,
  unit_id              bigint not null references org_unit,
  kind                 text not null check (kind in ('SCHOOL_RADIO', 'WARD_LOUDSPEAKER')),
  name                 text not null unique,
  email                text,
  syllables_per_minute int not null default 200 check (syllables_per_minute between 100 and 300),
  active               boolean not null default true,
  created_at           timestamptz not null default now()
);
create index station_unit on station (unit_id);

create table air_slot (
  id          bigint generated always as identity primary key,
  station_id  bigint not null references station on delete cascade,
  day_of_week int not null check (day_of_week between 1 and 7),
  start_time  time not null,
  minutes     int not null check (minutes between 1 and 60),
  unique (station_id, day_of_week, start_time)
);

-- What one station reads out in one week (named by its Monday).
create table broadcast_script (
  id         bigint generated always as identity primary key,
  station_id bigint not null references station,
  week_on    date not null check (extract(isodow from week_on) = 1),
  created_at timestamptz not null default now(),
  unique (station_id, week_on)
);

create table script_item (
  id           bigint generated always as identity primary key,
  script_id    bigint not null references broadcast_script on delete cascade,
  position     int not null,
  item_id      text not null,
  content_hash text not null,
  title        text not null,
  body         text not null,
  seconds      int not null,
  -- The delivery this item came with: the same delivery never adds its item twice.
  delivery_id  bigint not null unique,
  unique (script_id, position)
);

create table airing (
  id             bigint generated always as identity primary key,
  script_item_id bigint not null unique references script_item on delete cascade,
  aired_at       timestamptz not null,
  seconds        int not null,
  actor          text not null,
  recorded_at    timestamptz not null default now()
);
