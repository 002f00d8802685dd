create table campaign (
  id            bigint generated always as identity primary key,
  unit_id       bigint not null references org_unit,
  name          text not null,
  status        text not null check (status in ('DRAFT', 'SUBMITTED', 'APPROVED', 'RUNNING', 'PAUSED', 'FINISHED', 'CANCELLED')),
  -- Raised by every change, so that an approver approves what he saw.
  version       int not null default 1,
  author_id     bigint references account,
  author        text not null,
  created_at    timestamptz not null default now(),
  submitted_at  timestamptz,
  approver_id   bigint references account,
  approver      text,
  approved_at   timestamptz,
  -- Why it was returned, paused or sent back to approval.
  note          text not null default '',
  finished_at   timestamptz
);
create index campaign_status on campaign (status);

create table wave (
  id                bigint generated always as identity primary key,
  campaign_id       bigint not null references campaign on delete cascade,
  position          int not null,
  item_id           text not null references content_item,
  -- Fixed when the campaign is approved: this text and no other.
  content_hash      text,
  segment_unit_id   bigint not null references org_unit,
  segment_audiences text[] not null,
  channels          text[] not null check (cardinality(channels) > 0),
  -- The wall time and zone the officer chose; the instant is computed from them.
  start_local       timestamp not null,
  zone              text not null default 'Asia/Ho_Chi_Minh',
  -- Null: once, at start_local. Else six-field cron in that zone, from start_local on.
  cron              text,
  catch_up_seconds  int not null check (catch_up_seconds >= 0),
  deadline_seconds  int not null check (deadline_seconds > 0),
  -- Null: nothing left to fire.
  next_fire_at      timestamptz,
  unique (campaign_id, position)
);
create index wave_next_fire on wave (next_fire_at) where next_fire_at is not null;

-- One firing of a wave. Unique: firing twice is harmless.
create table wave_run (
  id           bigint generated always as identity primary key,
  wave_id      bigint not null references wave,
  campaign_id  bigint not null references campaign,
  fire_at      timestamptz not null,
  status       text not null check (status in ('HELD', 'MISSED', 'RUNNING', 'FINISHED')),
  content_hash text,
  created_at   timestamptz not null default now(),
  finished_at  timestamptz,
  unique (wave_id, fire_at)
);
create index wave_run_open on wave_run (campaign_id) where status = 'RUNNING';
