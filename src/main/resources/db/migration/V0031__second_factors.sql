-- What a person proves to have besides knowing the password: the secret an authenticator app shares with us (RFC 6238).
create table second_factor (
  account_id bigint primary key references account on delete cascade,
  -- Sealed with the installation's secret: the database alone makes no codes.
  secret     bytea not null,
  -- Null: offered on the screen, and not yet proved by a code.
  proved_at  timestamptz,
  -- The step of 30 s whose code was used last: no code is good twice.
  last_step  bigint not null default 0
);

-- For who has lost the device; each once. Only a keyed hash is kept.
create table recovery_code (
  account_id bigint not null references second_factor on delete cascade,
  hash       bytea not null,
  used_at    timestamptz,
  primary key (account_id, hash)
);
