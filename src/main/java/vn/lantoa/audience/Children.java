package vn.lantoa.audience;

import java.util.Set;

/// Groups of people for whom a parent agrees. By Luật 91/2025/QH15, Điều 24 the representative acts
/// for a child; here that is who is under 16, so pupils of secondary schools of the first level.
public final class Children {

  private static final Set<String> AUDIENCES = Set.of("hoc-sinh-tieu-hoc", "hoc-sinh-thcs");

  private Children() {}

  /// @param audience key of the vocabulary
  public static boolean are(String audience) {
    return AUDIENCES.contains(audience);
  }
}
