-- The accounts of a channel at its providers, and what all nodes know of them: how fast each may be asked, which share
-- of the messages it gets, whether it answers at all.
create table provider_account (
  channel       text not null,
  name          text not null,
  -- Token bucket: what may leave now, as of then.
  tokens        double precision not null default 0,
  refilled_at   timestamptz not null default now(),
  -- What share of the configured rate the provider bore when it last complained; grows back by a tenth a minute.
  slowdown      double precision not null default 1 check (slowdown > 0 and slowdown <= 1),
  slowed_at     timestamptz not null default now(),
  -- The provider asked for silence until then.
  rests_until   timestamptz,
  -- Out of 100, over all accounts of the channel.
  weight        int not null check (weight between 0 and 100),
  weighed_at    timestamptz not null default now(),
  -- OPEN: it fails, nothing is sent to it until then, and then one message to try. PAUSED: it refuses us, a person has
  -- to mend that.
  state         text not null default 'CLOSED' check (state in ('CLOSED', 'OPEN', 'HALF_OPEN', 'PAUSED')),
  opened        int not null default 0,
  tried_at      timestamptz,
  reason        text not null default '',
  primary key (channel, name)
);

create function borne(slowdown double precision, slowed_at timestamptz, at timestamptz) returns double precision
  language sql immutable as 'select least(1, slowdown + 0.1 * extract(epoch from at - slowed_at) / 60)';

-- How many messages went to an address on a day of Việt Nam, on channels with a limit for that.
create table address_day (
  channel text not null,
  address text not null,
  day     date not null,
  n       int not null,
  primary key (channel, address, day)
);

-- By which account it went, or is going.
alter table queue add column account text;
alter table delivery add column account text;
drop view delivery_now;
create view delivery_now as
select d.id, d.run_id, d.campaign_id, d.channel, d.target_kind, d.target_id, d.unit_id, d.recipient_name, d.address,
       coalesce(q.state, d.status) as status, d.reason, d.provider_ref, coalesce(q.not_before, d.not_before) as not_before,
       d.expires_at, coalesce(q.attempts, d.attempts) as attempts, coalesce(q.fence, d.fence) as fence,
       coalesce(q.owner, d.owner) as owner, coalesce(q.account, d.account) as account,
       coalesce(q.wire_at, d.wire_at) as wire_at, d.settled_at
from delivery d left join queue q on q.delivery_id = d.id;
