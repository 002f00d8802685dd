-- What staff write down holds for the people of their own units: the address may be on the list of another, who was told
-- nothing. Null: everywhere, like all that was written down before this, a dead address, and the person's own word.
alter table suppression add column units bigint[];

-- Whether it holds for somebody of this unit.
create function holds_in(s suppression, unit bigint) returns boolean language sql stable as $$
  select s.own_at is not null or s.units is null
    or exists (select from unnest(s.units) as top where unit in (select unit_and_below(top)))
$$;

-- On whose list the addressee of a delivery is: a campaign of the unit above writes to the people of those below.
create function unit_of(d delivery) returns bigint language sql stable as $$
  select case when d.target_kind = 'PERSON' then (select r.unit_id from recipient r where r.id = d.target_id)
    else d.unit_id end
$$;
