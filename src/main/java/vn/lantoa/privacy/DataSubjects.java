package vn.lantoa.privacy;

import java.util.Optional;

/// Knows people by the number they have on the lists.
public interface DataSubjects {

  /// Also of who was taken off the list.
  Optional<DataSubject> find(long id);
}
