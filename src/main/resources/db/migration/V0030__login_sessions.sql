alter table account
  -- Logins of an earlier epoch are over: a reset, another password or a lock raises it.
  add column session_epoch      int not null default 0,
  -- Until when a password that somebody else made leads to one of the person's own. Null: it is the person's own.
  add column password_until     timestamptz,
  add column last_login_at      timestamptz,
  add column last_login_address text;

-- Passwords given out earlier end, too.
update account set password_until = lantoa_now() + interval '72 hours' where must_change_password;

comment on column account.failed_logins is 'no longer used: tries are counted per device, in memory';
comment on column account.locked_until is 'no longer used: nobody can lock another out';

-- Somebody at one device. Asked at each request, so what is ended here ends on every node with the next click.
create table login_session (
  id         bigint generated always as identity primary key,
  account_id bigint not null references account on delete cascade,
  epoch      int not null,
  begun_at   timestamptz not null,
  -- To the minute.
  seen_at    timestamptz not null,
  ended_at   timestamptz,
  address    text not null,
  -- What the browser calls itself.
  agent      text not null,
  -- The password was right, the second factor is still to come.
  half       boolean not null default false
);
create index login_session_of_account on login_session (account_id, seen_at desc) where ended_at is null;
create index login_session_begun on login_session (begun_at);
