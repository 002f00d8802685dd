-- What a campaign is for. Those of before told people what an authority has to make known.
alter table campaign add column purpose text not null default 'NOTICE' check (purpose in ('NOTICE', 'PROMO'));

-- When the person agreed to be written to there for that purpose; null: never, or it was taken back.
create function agreed(point contact_point, purpose text) returns timestamptz language sql immutable as $$
  select case when purpose = 'PROMO' then point.promotion_at else point.consent_at end
$$;

-- What those of a file agreed to who agreed.
alter table recipient_file add column purpose text not null default 'NOTICE' check (purpose in ('NOTICE', 'PROMO'));
