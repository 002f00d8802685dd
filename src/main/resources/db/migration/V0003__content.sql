create table content_item (
  id           text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  current_hash text not null,
  withdrawn_at timestamptz,
  created_at   timestamptz not null default now()
);

-- One text of an item. The hash covers exactly what people would receive, so going back to an
-- earlier text goes back to its approval as well.
create table content_version (
  item_id    text not null references content_item deferrable initially deferred,
  hash       text not null,
  number     int not null,
  title      text not null,
  topic      text not null,
  audiences  text[] not null,
  valid_from date not null,
  valid_to   date not null,
  -- The file as written; the renditions are read from it.
  markdown   text not null,
  author_id  bigint references account,
  author     text not null,
  created_at timestamptz not null default now(),
  primary key (item_id, hash),
  unique (item_id, number)
);

create table approval (
  id           bigint generated always as identity primary key,
  item_id      text not null,
  content_hash text not null,
  decision     text not null check (decision in ('APPROVED', 'RETURNED')),
  reason       text not null default '',
  account_id   bigint not null references account,
  actor        text not null,
  at           timestamptz not null default now(),
  foreign key (item_id, content_hash) references content_version
);
create index approval_hash on approval (item_id, content_hash, id desc);
