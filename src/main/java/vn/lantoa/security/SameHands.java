package vn.lantoa.security;

/// An account with those that count as the same hands where two are wanted: see
/// [vn.lantoa.common.Actor#together].
///
/// - whom one stands in for, and who stands in for one;
/// - who made one an approver within a day;
/// - who gave out a password within a day, for he may know it, and all that was given out with that
///   one: keys that come from the same hands, over however many accounts, are one pair.
final class SameHands {

  static final String ACCOUNT =
      """
      with recursive key (holder, held) as materialized (
        select keys_by, id from account
         where keys_by is not null and keys_at > lantoa_now() - interval '24 hours'
      ), above (id) as (
        select holder from key where held = :id
         union
        select key.holder from above join key on key.held = above.id
      ), below (id) as (
        (select cast(:id as bigint) union select id from above)
         union
        select key.held from below join key on key.holder = below.id
      ), granter (id) as (
        select granted_by from role_grant_now
         where account_id = :id and granted_by is not null
           and role = 'APPROVER' and valid_from > lantoa_now() - interval '24 hours'
         union
        select key.holder from granter join key on key.held = granter.id
      )
      select account.*,
             array(select stands_in_for from role_grant_now where account_id = account.id and stands_in_for is not null
                    union
                   select account_id from role_grant_now where stands_in_for = account.id
                    union
                   select id from granter
                    union
                   select id from below where id <> account.id
                    union
                   select other.id from account other
                     where other.keys_by in (select id from above) and other.id <> account.id)
               as together
        from account
       where account.id = :id
      """;

  private SameHands() {}
}
