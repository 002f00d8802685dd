-- How many the day had before the last count: what it granted is the difference.
alter table address_day add column before int not null default 0;

-- Since when the provider, asked, knows nothing of it. An answer that did not come says nothing either way.
alter table uncertain add column missing_since timestamptz;
update uncertain set missing_since = looked_up_at where found = 'NOT_FOUND';
