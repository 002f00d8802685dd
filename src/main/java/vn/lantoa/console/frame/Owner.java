package vn.lantoa.console.frame;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Refusal;

/// Says to which units the things of one kind belong. Each room has one per kind its paths name.
public interface Owner {

  /// The kind: what [Needs#of] names.
  Class<?> of();

  /// All of them must be within reach; a null among them is the top of the tree.
  ///
  /// @param id as it stands in the path
  /// @throws Refusal when there is no such thing
  Collection<@Nullable Long> unitsOf(String id);

  /// An id that is a number.
  ///
  /// @throws Refusal `access.foreign-unit` when it is none: nothing has that id
  static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException _) {
      throw new Refusal("access.foreign-unit");
    }
  }
}
