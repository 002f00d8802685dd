-- What the intake last saw in each file of the library's folder. A file that has not changed since is not taken
-- in again, so a text edited in the console is not undone by a restart.
create table content_file (
  file    text primary key,
  sha256  text not null,
  seen_at timestamptz not null default now()
);
