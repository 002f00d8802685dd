package vn.lantoa.privacy;

import java.util.List;

/// What one module holds of people. Whoever keeps names or addresses in tables has a bean of this
/// type; a test knows every column of the database and whether it is one of these.
///
/// Those that find a person by what others hold come first ([org.springframework.core.Ordered]),
/// the list of people itself comes last.
public interface PersonalData {

  /// What stands in place of what was erased.
  String ERASED = "đã xóa";

  /// Everything that is held of the person, for himself to read.
  List<Holding> of(DataSubject subject);

  /// Removes or overwrites it, within the transaction of the caller. What is counted stays counted.
  /// Nothing happens when nothing is held.
  ///
  /// @throws vn.lantoa.common.Refusal when something has to be settled before
  void erase(DataSubject subject);

  /// The same for what somebody else wrote at the very moment of the erasure, out of what he had
  /// read before.
  ///
  /// @param id of who was erased a short while ago
  default void eraseLate(long id) {}
}
