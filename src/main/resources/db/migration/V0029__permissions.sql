-- A role is held from one moment to another and never deleted, so that one can say who might do what at any time.
alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add constraint role_grant_role_check
  check (role in ('OFFICER', 'APPROVER', 'SCHOOL', 'LEADER', 'ADMIN', 'OPERATOR'));
alter table role_grant drop constraint role_grant_pkey;
alter table role_grant
  add column id            bigint generated always as identity primary key,
  add column valid_from    timestamptz not null default lantoa_now(),
  -- The first moment it is not held any more; null: no end is set.
  add column valid_to      timestamptz,
  -- Whose work the holder does meanwhile; null: it is his own.
  add column stands_in_for bigint references account,
  add column granted_by    bigint references account,
  add column reason        text not null default '',
  add constraint role_grant_ends_after_its_begin check (valid_to >= valid_from),
  add constraint role_grant_substitute check
    (stands_in_for is null or (stands_in_for <> account_id and valid_to is not null));
create index role_grant_of_account on role_grant (account_id, role);
create index role_grant_of_principal on role_grant (stands_in_for) where stands_in_for is not null;

-- The grants that hold at this moment. One stands in for somebody only while that person has the role himself, and
-- not as a substitute, too.
create view role_grant_now as
select *
  from role_grant
 where valid_from <= lantoa_now()
   and (valid_to is null or lantoa_now() < valid_to)
   and (stands_in_for is null
        or exists (select
                     from role_grant own
                    where own.account_id = role_grant.stands_in_for
                      and own.role = role_grant.role
                      and own.stands_in_for is null
                      and own.valid_from <= lantoa_now()
                      and (own.valid_to is null or lantoa_now() < own.valid_to)
                      and role_grant.unit_id in (select unit_and_below(own.unit_id))));

update role_grant
   set valid_from = account.created_at
  from account
 where account.id = role_grant.account_id;

-- The machine itself has a role of its own, held at the top of the tree. So far who administered the top had it.
insert into role_grant (account_id, role, unit_id, valid_from)
select role_grant.account_id, 'OPERATOR', role_grant.unit_id, role_grant.valid_from
  from role_grant
  join org_unit on org_unit.id = role_grant.unit_id
 where role_grant.role = 'ADMIN'
   and org_unit.parent_id is null;

-- Who gave the account its last temporary password, and when: who holds another's keys is no second pair of eyes.
alter table account
  add column keys_by bigint references account,
  add column keys_at timestamptz not null default lantoa_now();
update account set keys_at = created_at;

-- The unit that answers for an item: it is changed and decided on there and above. Null: the library the whole
-- installation shares, kept at the top.
alter table content_item
  add column unit_id bigint references org_unit,
  -- A newer version that waits beside the approved one, which stays in use until this one is approved.
  add column proposed_hash text,
  add constraint content_item_proposes_another check (proposed_hash <> current_hash);
update content_item
   set unit_id = (select role_grant.unit_id
                    from content_version
                    join role_grant on role_grant.account_id = content_version.author_id
                   where content_version.item_id = content_item.id
                     and role_grant.role = 'OFFICER'
                     and not exists (select from content_version file
                                      where file.item_id = content_item.id
                                        and file.author_id is null)
                   order by content_version.number, role_grant.unit_id
                   limit 1);

-- What a person stopped only an operator opens again. Of what was stopped before now it is known by the reason: the
-- program's own are keys.
alter table channel_pause add column by_person boolean not null default true;
update channel_pause set by_person = false where reason like '@%';

