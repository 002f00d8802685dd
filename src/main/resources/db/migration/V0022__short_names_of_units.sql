-- What a unit calls itself in an SMS. Empty: it has none yet, and its whole name is written out.
alter table org_unit add column short_name text not null default ''
  constraint org_unit_short_name check (char_length(short_name) <= 21);
update org_unit set short_name = name where char_length(name) <= 21;
