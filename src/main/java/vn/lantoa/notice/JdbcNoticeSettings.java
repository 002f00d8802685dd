package vn.lantoa.notice;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JdbcNoticeSettings implements NoticeSettings {

  private final JdbcClient jdbc;

  JdbcNoticeSettings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public Set<NoticeKind> off(long accountId) {
    return jdbc
        .sql("select kind from notice_off where account_id = :account")
        .param("account", accountId)
        .query((row, _) -> NoticeKind.valueOf(row.getString("kind")))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void choose(long accountId, Set<NoticeKind> asked, Set<NoticeKind> wanted) {
    for (var kind : asked) {
      jdbc.sql(
              wanted.contains(kind)
                  ? "delete from notice_off where account_id = :account and kind = :kind"
                  : "insert into notice_off (account_id, kind) values (:account, :kind) on conflict do nothing")
          .param("account", accountId)
          .param("kind", kind.name())
          .update();
    }
  }
}
