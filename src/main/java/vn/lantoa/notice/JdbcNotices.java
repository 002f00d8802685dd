package vn.lantoa.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JdbcNotices implements Notices {

  private final JdbcClient jdbc;
  private final NoticeWords words;

  JdbcNotices(JdbcClient jdbc, NoticeWords words) {
    this.jdbc = jdbc;
    this.words = words;
  }

  private static final String TELL =
      """
      insert into notice (account_id, kind, subject, occasion, unit_id, arguments, path, address)
      select told.id, :kind, :subject, :occasion, told.speaks, :arguments::text[], :path,
             case when not exists (select from notice_off off where off.account_id = told.id and off.kind = :kind)
                  then nullif(told.email, '') end
        from (select a.id, a.email, coalesce(:unit::bigint,
                       (select g.unit_id from role_grant g where g.account_id = a.id
                         order by g.unit_id, g.role limit 1)) as speaks
                from account a
               where a.id = any(:accounts::bigint[]) and a.active) told
       where told.speaks is not null
       order by told.id
          on conflict (account_id, kind, subject, occasion) do nothing
      """;

  @Override
  public void tell(Collection<Long> accountIds, Notice notice) {
    jdbc.sql(TELL)
        .param("kind", notice.kind().name())
        .param("subject", notice.subject())
        .param("occasion", notice.occasion())
        .param("unit", notice.unitId())
        .param("arguments", notice.arguments().toArray(String[]::new))
        .param("path", notice.path())
        .param("accounts", accountIds.toArray(Long[]::new))
        .update();
  }

  private static final String NEWS =
      """
      select kind, arguments, path, made_at
        from notice
       where account_id = :account
         and kind = any(:kinds::text[])
         and made_at > lantoa_now() - interval '7 days'
       order by id desc
       limit :limit
      """;

  @Override
  @Transactional(readOnly = true)
  public List<News> news(long accountId, int limit) {
    return jdbc.sql(NEWS)
        .param("account", accountId)
        .param("kinds", NoticeKind.NEWS.stream().map(Enum::name).toArray(String[]::new))
        .param("limit", limit)
        .query((row, _) ->
            new News(
                NoticeKind.valueOf(row.getString("kind")),
                arguments(row),
                row.getString("path"),
                row.getTimestamp("made_at").toInstant().truncatedTo(ChronoUnit.SECONDS)))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Long> unitWithLetters() {
    return jdbc.sql(
            """
            select unit_id from notice
             where address is not null and run_id is null and made_at > lantoa_now() - interval '3 days'
             limit 1
            """)
        .query((row, _) -> row.getLong(1))
        .optional();
  }

  private static final String TAKE =
      """
      with held as materialized (
        select id from notice
         where unit_id = :unit and address is not null and run_id is null
           and made_at > lantoa_now() - interval '3 days'
         order by id limit :most
           for update skip locked
      ), taken as (
        update notice set run_id = :run from held where notice.id = held.id
        returning notice.id, notice.account_id, notice.address
      )
      select taken.id, account.name, taken.address, account.active
        from taken join account on account.id = taken.account_id
       order by taken.id
      """;

  @Override
  public List<ToSend> take(long unitId, long runId, int most) {
    return jdbc.sql(TAKE)
        .param("unit", unitId)
        .param("run", runId)
        .param("most", most)
        .query((row, _) ->
            new ToSend(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4)))
        .list();
  }

  private static final String LETTER =
      """
      select notice.kind, notice.arguments, notice.path, account.name
        from notice join account on account.id = notice.account_id
       where notice.id = :id
      """;

  @Override
  @Transactional(readOnly = true)
  public Optional<NoticeLetter> letter(long noticeId) {
    return jdbc.sql(LETTER)
        .param("id", noticeId)
        .query((row, _) ->
            words.letter(
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("name"),
                arguments(row),
                row.getString("path")))
        .optional();
  }

  private static List<String> arguments(ResultSet row) throws SQLException {
    return List.of((String[]) row.getArray("arguments").getArray());
  }
}
