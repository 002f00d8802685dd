-- Consent has to be provable: to what, by whom, how, on which text. What was written down before does not say; a row
-- of a unit's list says what the defaults say.
alter table consent_event
  add column purpose      text not null default 'NOTICE' check (purpose in ('NOTICE', 'PROMO')),
  add column given_by     text check (given_by in ('PERSON', 'REPRESENTATIVE', 'UNIT_LIST')),
  add column way          text check (way in ('PAPER', 'WEB', 'LINK', 'SMS', 'SPOKEN', 'IMPORT')),
  -- Of the consent text that was read; null: not known.
  add column text_version text,
  -- Where the proof lies: number of a file, folder of forms.
  add column evidence     text not null default '';
alter table consent_event alter column given_by set default 'UNIT_LIST';
alter table consent_event alter column way set default 'IMPORT';
create index consent_event_recipient on consent_event (recipient_id, at desc);

-- When the person agreed to more than the notices of the authority; null: never, or it was taken back.
alter table contact_point add column promotion_at timestamptz;
