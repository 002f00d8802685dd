-- What people ask of those who hold their data (Luật 91/2025/QH15), with the days by which it is to be done.
create table subject_request (
  id              bigint generated always as identity primary key,
  kind            text not null check (kind in ('VIEW', 'CORRECT', 'WITHDRAW', 'RESTRICT', 'ERASE', 'EXPORT')),
  status          text not null default 'OPEN' check (status in ('OPEN', 'DONE', 'REFUSED')),
  unit_id         bigint not null references org_unit,
  -- No reference: the register outlives the person it speaks of.
  recipient_id    bigint,
  received_at     timestamptz not null,
  -- How it came, and how it was made sure who asks.
  way             text not null check (way in ('IN_PERSON', 'LETTER', 'PHONE', 'WEB')),
  proof           text not null default '',
  wish            text not null default '',
  answer_by       date not null,
  answered_at     timestamptz,
  done_by         date not null,
  extended_why    text,
  closed_at       timestamptz,
  outcome         text not null default '',
  actor           text not null
);
create index subject_request_open on subject_request (unit_id, done_by) where status = 'OPEN';
create index subject_request_recipient on subject_request (recipient_id);

-- Who had himself erased, by keyed hashes that say nothing to anybody without the key: the next list shall not bring
-- him back.
create table forgotten (
  hash       bytea not null,
  subject_id bigint not null,
  since      timestamptz not null default lantoa_now(),
  primary key (hash, subject_id)
);
create index forgotten_subject on forgotten (subject_id);

-- A text of somebody else's, a provider's answer above all, without what names the person.
create function without_person(words text, patterns text[]) returns text language plpgsql immutable as $$
declare
  pattern text;
begin
  foreach pattern in array patterns loop
    words := regexp_replace(words, pattern, '…', 'gi');
  end loop;
  return words;
end $$;
