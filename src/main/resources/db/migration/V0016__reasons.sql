-- The tally says why as well, so that the page of a campaign of a million need not read its deliveries to say it.

-- Null where there is nothing to explain. An address in the provider's words would make each reason one of its kind.
create function told_reason(status text, reason text, address text) returns text language sql immutable
  return case when status in ('UNCERTAIN', 'UNDELIVERED', 'FAILED', 'SUPPRESSED', 'EXPIRED')
              then replace(coalesce(reason, ''), address, '…') end;

alter table tally add column reason text;
truncate tally;
insert into tally (run_id, channel, status, reason, n)
select run_id, channel, status, told_reason(status, reason, address), count(*) from delivery group by 1, 2, 3, 4;

create or replace function delivery_added() returns trigger language plpgsql as $$
begin
  insert into queue (delivery_id, run_id, channel, not_before, expires_at)
  select id, run_id, channel, not_before, expires_at from added where status = 'PENDING';
  insert into tally (run_id, channel, status, reason, n)
  select run_id, channel, status, told_reason(status, reason, address), count(*) from added group by 1, 2, 3, 4;
  return null;
end $$;

create or replace function tally_moved() returns trigger language plpgsql as $$
begin
  insert into tally (run_id, channel, status, reason, n)
  select run_id, channel, status, reason, sum(n)
  from (select run_id, channel, status, told_reason(status, reason, address) as reason, 1 as n from now_is
        union all
        select run_id, channel, status, told_reason(status, reason, address), -1 from it_was) moved
  group by 1, 2, 3, 4 having sum(n) <> 0;
  return null;
end $$;

create or replace function tally_removed() returns trigger language plpgsql as $$
begin
  insert into tally (run_id, channel, status, reason, n)
  select run_id, channel, status, told_reason(status, reason, address), -count(*) from gone group by 1, 2, 3, 4;
  return null;
end $$;
