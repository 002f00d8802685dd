package vn.lantoa.console.privacy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Recipient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.common.Refusal;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.privacy.SubjectRequest;
import vn.lantoa.privacy.SubjectRequests;

/// Finds what pages on requests show.
@Component
class RequestDetails {

  private final SubjectRequests requests;
  private final Recipients recipients;
  private final OrgUnits units;

  RequestDetails(SubjectRequests requests, Recipients recipients, OrgUnits units) {
    this.requests = requests;
    this.recipients = recipients;
    this.units = units;
  }

  /// @throws Refusal `privacy.request-unknown`
  SubjectRequest request(long id) {
    return requests.find(id).orElseThrow(() -> new Refusal("privacy.request-unknown"));
  }

  /// On the list, or taken off it.
  ///
  /// @throws Refusal `people.unknown`
  Recipient person(long id) {
    return known(id).orElseThrow(() -> new Refusal("people.unknown"));
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
