package vn.lantoa.privacy;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Refusal;

/// Takes a person out of everything that is held, all of it or nothing (Luật 91/2025/QH15, Điều
/// 14). Totals stay as they were.
@Service
public class Erasure {

  private static final Logger log = LoggerFactory.getLogger(Erasure.class);

  private final DataSubjects subjects;
  private final List<PersonalData> holders;
  private final ForgottenPeople forgotten;
  private final TransactionTemplate transaction;

  Erasure(
      DataSubjects subjects,
      List<PersonalData> holders,
      ForgottenPeople forgotten,
      TransactionTemplate transaction) {
    this.forgotten = forgotten;
    this.transaction = transaction;
    this.subjects = subjects;
    this.holders = holders;
  }

  /// @throws Refusal `privacy.unknown`; `privacy.on-the-wire`, `privacy.uncertain` while a message
  ///   to the person is being sent, or nobody knows what became of it
  @Transactional
  public void erase(long id) {
    var subject = subjects.find(id).orElseThrow(() -> new Refusal("privacy.unknown"));
    holders.forEach(holder -> holder.erase(subject));
    log.info("recipient={} is erased", id);
  }

  /// A campaign that was being expanded at the moment of an erasure has seen the person, and writes
  /// him into the ledger afterwards.
  @Scheduled(fixedDelayString = "${lantoa.privacy.late-every:1m}", initialDelayString = "1m")
  public void eraseLate() {
    for (long id : forgotten.lately()) {
      try {
        transaction.executeWithoutResult(_ -> holders.forEach(holder -> holder.eraseLate(id)));
      } catch (Refusal open) {
        log.info("recipient={} is not wholly erased yet: {}", id, open.key());
      }
    }
  }

  /// What is held of the person.
  ///
  /// @throws Refusal `privacy.unknown`
  @Transactional(readOnly = true)
  public List<Holding> held(long id) {
    var subject = subjects.find(id).orElseThrow(() -> new Refusal("privacy.unknown"));
    return holders.reversed().stream().flatMap(holder -> holder.of(subject).stream()).toList();
  }
}
