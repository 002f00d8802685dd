-- Withdrawn is an item with all its texts, until each is approved again: bringing back another text of it does not bring back
-- this one, of which messages may wait and pages may stand.
alter table content_version add column taken_out_at timestamptz;
update content_version version
set taken_out_at = item.withdrawn_at
from content_item item
where item.id = version.item_id and item.withdrawn_at is not null;

-- Runs whose text is withdrawn: nothing of them goes out, and what they published is not shown.
create view withdrawn_run as
  select run.id, run.campaign_id, version.title
  from wave_run run
  join wave on wave.id = run.wave_id
  join content_version version on version.item_id = wave.item_id and version.hash = run.content_hash
  where version.taken_out_at is not null;
