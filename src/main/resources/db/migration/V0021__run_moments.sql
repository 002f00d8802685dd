-- The ledger is listed by the moments of its runs, from the latest or the oldest on, and between two days.
create index wave_run_fire_at on wave_run (fire_at, id);
