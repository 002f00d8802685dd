package vn.lantoa.site;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.PeopleReachedAt;
import vn.lantoa.common.Actor;
import vn.lantoa.common.EmailAddress;
import vn.lantoa.common.PhoneNumber;
import vn.lantoa.privacy.RequestKind;
import vn.lantoa.privacy.RequestWay;
import vn.lantoa.privacy.SubjectRequests;
import vn.lantoa.privacy.SubjectRequests.NewRequest;

/// Takes what somebody without an account asks about his data: a request in the register of every
/// unit that has the address, to be checked by an officer. Nobody learns by it whether we know an
/// address, and one address has no more than one open request of a kind.
@Component
class PublicRequests {

  /// Those that make sense without a talk.
  static final Set<RequestKind> KINDS =
      Set.of(RequestKind.WITHDRAW, RequestKind.VIEW, RequestKind.CORRECT, RequestKind.ERASE);

  private static final Duration WINDOW = Duration.ofMinutes(10);

  /// In that time, by everybody together: more come from a machine.
  private static final int MOST = 60;

  private final PeopleReachedAt people;
  private final SubjectRequests requests;
  private final InstantSource clock;
  private final ArrayDeque<Instant> lately = new ArrayDeque<>();

  PublicRequests(PeopleReachedAt people, SubjectRequests requests, InstantSource clock) {
    this.people = people;
    this.requests = requests;
    this.clock = clock;
  }

  enum Taken {
    TAKEN,
    /// That is no number and no address.
    NO_ADDRESS,
    TOO_MANY
  }

  Taken take(String typed, RequestKind kind) {
    var address = address(typed);
    if (address.isEmpty()) {
      return Taken.NO_ADDRESS;
    }
    if (isTooMuch()) {
      return Taken.TOO_MANY;
    }
    for (var person : people.of(address.get())) {
      if (requests.of(person.id()).stream()
          .noneMatch(known -> known.isOpen() && known.kind() == kind)) {
        requests.open(
            new NewRequest(
                kind, person.unitId(), person.id(), clock.instant(), RequestWay.WEB, "", ""),
            Actor.SYSTEM);
      }
    }
    return Taken.TAKEN;
  }

  private static Optional<String> address(String typed) {
    var text = typed.strip();
    return text.indexOf('@') > 0
        ? EmailAddress.parse(text).map(EmailAddress::value)
        : PhoneNumber.parse(text).map(PhoneNumber::e164);
  }

  private synchronized boolean isTooMuch() {
    var now = clock.instant();
    while (!lately.isEmpty() && lately.peekFirst().isBefore(now.minus(WINDOW))) {
      lately.removeFirst();
    }
    if (lately.size() >= MOST) {
      return true;
    }
    lately.addLast(now);
    return false;
  }
}
