-- A person looked at it and left it as it is: off the desk, still uncertain.
alter table uncertain add column left_at timestamptz;
