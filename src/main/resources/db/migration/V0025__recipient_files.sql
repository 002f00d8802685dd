-- A file of recipients between its upload and its end: looked at, its columns named, taken in, its refused rows fetched.
-- It holds what people entrusted to an office, so it is deleted the next day.
create table recipient_file (
  id         bigint generated always as identity primary key,
  unit_id    bigint not null references org_unit,
  account_id bigint,
  file_name  text not null,
  at         timestamptz not null default now(),
  sheet      int not null default 0,
  -- Null: to be found. 0: there is none.
  header_row int,
  -- What each column holds; null: to be found.
  columns    text[],
  -- The group of rows that name none.
  audience   text not null default '',
  several    text not null default 'ASK',
  -- What came of it; null: it was only looked at.
  import_id  bigint references recipient_import
);
create index recipient_file_import on recipient_file (import_id);
create index recipient_file_unit on recipient_file (unit_id);

create table recipient_file_part (
  file_id bigint not null references recipient_file on delete cascade,
  part    int not null,
  bytes   bytea not null,
  primary key (file_id, part)
);

-- What a unit said its headings mean.
create table recipient_column (
  unit_id bigint not null references org_unit,
  heading text not null,
  field   text not null,
  primary key (unit_id, heading)
);
