package vn.lantoa.console.privacy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Recipient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Remit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.privacy.SubjectRequest;
import vn.lantoa.privacy.SubjectRequests;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// Finds what pages on requests show, for who may see it.
@Component
class RequestDetails {

  private final SubjectRequests requests;
  private final Recipients recipients;
  private final OrgUnits units;
  private final Remit remit;

  RequestDetails(SubjectRequests requests, Recipients recipients, OrgUnits units, Remit remit) {
    this.requests = requests;
    this.recipients = recipients;
    this.units = units;
    this.remit = remit;
  }

  /// @throws Refusal `privacy.request-unknown`, `access.foreign-unit`
  SubjectRequest request(long id, Account account, Role... anyOf) {
    var request = requests.find(id).orElseThrow(() -> new Refusal("privacy.request-unknown"));
    remit.require(account, request.unitId(), anyOf);
    return request;
  }

  /// On the list, or taken off it.
  ///
  /// @throws Refusal `people.unknown`, `access.foreign-unit`
  Recipient person(long id, Account account) {
    var person = known(id).orElseThrow(() -> new Refusal("people.unknown"));
    remit.require(account, person.unitId(), Role.OFFICER);
    return person;
  }

  /// @param id null: nobody
  Optional<Recipient> known(@Nullable Long id) {
    return id == null ? Optional.empty() : recipients.find(id).or(() -> recipients.findRemoved(id));
  }

  List<RequestRow> rows(List<SubjectRequest> some) {
    return some.stream()
        .map(request ->
            new RequestRow(
                request,
                known(request.recipientId()).map(Recipient::name).orElse(""),
                unitName(request.unitId())))
        .toList();
  }

  String unitName(long id) {
    return units.get(id).name();
  }
}
