package vn.lantoa.common;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words without their marks, for those who type without them.
public final class Folded {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

  private Folded() {}

  public static String of(String text) {
    var split = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return MARKS.matcher(split).replaceAll("").replace('đ', 'd');
  }

  /// As an id: `Đăng nhập VNeID` is `dang-nhap-vneid`.
  public static String id(String text) {
    var id = NO_WORD.matcher(of(text)).replaceAll("-");
    return id.replaceAll("^-|-$", "");
  }
}
