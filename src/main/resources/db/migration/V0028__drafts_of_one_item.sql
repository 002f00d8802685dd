-- One who changes an item in two windows begins two drafts: neither is written over the other.
alter table content_draft drop constraint content_draft_account_id_item_id_key;
create index content_draft_of_account on content_draft (account_id, item_id);
