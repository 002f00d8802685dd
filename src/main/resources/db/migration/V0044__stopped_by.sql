-- Who stopped a campaign that waits stopped: he, or one who approves, lets it go on. Not known of what is stopped already.
alter table campaign add column stopped_by bigint;
