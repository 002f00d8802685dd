-- Whether an addressee is reached there still: somebody of a list who agreed has that address, or the station goes on (and
-- has it, where the script is sent as a letter), or the page is the unit's still.
-- Between the moment a message is written down and the one it leaves, people are taken off lists, change their address
-- and take back what they agreed to. A telephone may be shared, so any of them will do.
create function is_reached(kind text, target bigint, at_channel text, at_address text, purpose text) returns boolean
language sql stable as $$
  select case kind
    when 'PERSON' then exists (
      select from contact_point p join recipient r on r.id = p.recipient_id
      where p.channel = at_channel and p.address = at_address and r.removed_at is null and agreed(p, purpose) is not null)
    when 'STATION' then exists (
      select from station s where s.id = target and s.active and (at_channel <> 'email' or s.email = at_address))
    when 'OUTLET' then exists (
      select from outlet o where o.id = target and o.active and o.address = at_address)
    else true end
$$;
