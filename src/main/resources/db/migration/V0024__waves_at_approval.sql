-- Null: the wave goes out when its campaign is approved, whenever that is.
alter table wave alter column start_local drop not null;
alter table wave add constraint wave_repeats_from_a_day check (cron is null or start_local is not null);
