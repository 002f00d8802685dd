create table portal_page (
  id           bigint generated always as identity primary key,
  delivery_id  bigint not null unique,
  outlet       text not null,
  slug         text not null unique,
  title        text not null,
  body_html    text not null,
  published_at timestamptz not null default now()
);
create index portal_page_outlet on portal_page (outlet, published_at desc);
