-- What was refused by people of whom nothing else is left: all of it but the address, which only a keyed hash of channel and
-- address tells. It stands again as soon as that address comes to a list anew.
create table forgotten_refusal (
  hash    bytea primary key,
  channel text not null,
  reason  text not null,
  source  text not null,
  since   timestamptz not null,
  own_at  timestamptz,
  unit_id bigint references org_unit,
  units   bigint[]
);

-- Whether it will hold for somebody of this unit.
create function holds_in(f forgotten_refusal, unit bigint) returns boolean language sql stable as $$
  select f.own_at is not null or f.units is null
    or exists (select from unnest(f.units) as top where unit in (select unit_and_below(top)))
$$;
