-- All who wrote at a campaign since it was last approved: none of them approves it. Who wrote before the last is not known
-- of what was there already.
alter table campaign add column writers bigint[] not null default '{}';
update campaign set writers = array[author_id] where author_id is not null;
