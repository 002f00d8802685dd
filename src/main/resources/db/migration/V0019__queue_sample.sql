-- How many rows the queue has is what its readers have to know, hardly what is in them: a tenth of the usual sample.
-- An expansion waits for it before it commits.
do $$
declare name text;
begin
  for name in select attname from pg_attribute where attrelid = 'queue'::regclass and attnum > 0 and not attisdropped
  loop
    execute format('alter table queue alter column %I set statistics 10', name);
  end loop;
end $$;
