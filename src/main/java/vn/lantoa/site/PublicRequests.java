package vn.lantoa.site;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.PeopleReachedAt;
import vn.lantoa.common.Actor;
import vn.lantoa.common.EmailAddress;
import vn.lantoa.common.NetworkAddress;
import vn.lantoa.common.PhoneNumber;
import vn.lantoa.common.Tries;
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

  private static final String EVERYBODY = "";

  private final PeopleReachedAt people;
  private final SubjectRequests requests;
  private final InstantSource clock;
  private final Tries ofNetworks;
  private final Tries ofAll;

  PublicRequests(PeopleReachedAt people, SubjectRequests requests, InstantSource clock) {
    this.people = people;
    this.requests = requests;
    this.clock = clock;
    // A whole school may be behind one address; more than all these come from machines.
    ofNetworks = new Tries(20, Duration.ofMinutes(1), clock);
    ofAll = new Tries(600, Duration.ofSeconds(1), clock);
  }

  enum Taken {
    TAKEN,
    /// That is no number and no address.
    NO_ADDRESS,
    TOO_MANY
  }

  /// @param from network address of who asks: one place cannot use up what others need
  Taken take(String typed, RequestKind kind, String from) {
    var address = address(typed);
    if (address.isEmpty()) {
      return Taken.NO_ADDRESS;
    }
    if (ofNetworks.take(NetworkAddress.of(from)).isPresent() || ofAll.take(EVERYBODY).isPresent()) {
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
}
