-- The other second factor: keys that a person's own devices keep (WebAuthn), of which we know the public half only.
create table passkey (
  id              bigint generated always as identity primary key,
  account_id      bigint not null references account on delete cascade,
  -- What devices call it.
  credential_id   bytea not null unique,
  -- Sealed with the account in it: who writes in the database gives nobody a key.
  public_key      bytea not null,
  -- How often it has signed, as the device counts; those that are on several devices say 0 for ever.
  counter         bigint not null,
  -- Whether it may come to be on several devices; that never changes.
  backup_eligible boolean not null,
  -- How browsers reach it: by USB, from a telephone beside the computer, …
  transports      text[] not null,
  -- What the person calls it.
  label           text not null check (label <> ''),
  made_at         timestamptz not null,
  last_used_at    timestamptz
);
create index passkey_of_account on passkey (account_id);

-- What a device is to sign: one a login at a time, soon over, and gone when it was answered.
create table passkey_challenge (
  session_id bigint primary key references login_session on delete cascade,
  challenge  bytea not null,
  -- What the passkey is to be called that is being made; null: one is asked for.
  label      text,
  made_at    timestamptz not null
);

-- Who is asked for a second factor, whichever it is.
create view factor_in_use as
select account_id from second_factor where proved_at is not null
union
select account_id from passkey;

-- Recovery codes stand in for either.
alter table recovery_code drop constraint recovery_code_account_id_fkey;
alter table recovery_code
  add constraint recovery_code_account_id_fkey foreign key (account_id) references account on delete cascade;
