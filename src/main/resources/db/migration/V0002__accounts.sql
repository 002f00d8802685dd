create table account (
  id                   bigint generated always as identity primary key,
  username             text not null unique check (username = lower(username)),
  name                 text not null,
  email                text,
  password_hash        text not null,
  must_change_password boolean not null default false,
  active               boolean not null default true,
  failed_logins        int not null default 0,
  locked_until         timestamptz,
  created_at           timestamptz not null default now()
);

-- A role reaches the unit it was given for and everything below that unit.
create table role_grant (
  account_id bigint not null references account on delete cascade,
  role       text not null check (role in ('OFFICER', 'APPROVER', 'SCHOOL', 'ADMIN')),
  unit_id    bigint not null references org_unit,
  primary key (account_id, role, unit_id)
);

-- Who did what to what: written in the transaction of the act, never changed.
create table audit_entry (
  id         bigint generated always as identity primary key,
  at         timestamptz not null default now(),
  account_id bigint references account,
  actor      text not null,
  action     text not null,
  subject    text not null,
  detail     text not null default ''
);
create index audit_entry_subject on audit_entry (subject, at desc);
