-- What somebody has begun to write and not handed in: the fields of the editor as typed, right or wrong.
create table content_draft (
  id         bigint generated always as identity primary key,
  account_id bigint not null references account,
  -- Null: what will be a new item.
  item_id    text references content_item,
  -- Field -> its values. Not jsonb, which refuses a character that people paste now and then (U+0000).
  fields     json not null,
  saved_at   timestamptz not null,
  -- One begins to change an item once.
  unique (account_id, item_id)
);
