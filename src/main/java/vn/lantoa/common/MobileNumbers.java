package vn.lantoa.common;

import java.util.Set;
import vn.lantoa.common.PhoneNumber.Kind;

/// Which telephone numbers may be written to: mobile ones of the countries this installation writes
/// to. Premium and service numbers cost the unit, landlines and numbers nobody has cost for
/// nothing.
public final class MobileNumbers {

  private final Set<String> countries;

  /// @param countries as in ISO 3166, `VN`
  public MobileNumbers(Set<String> countries) {
    this.countries = Set.copyOf(countries);
  }

  /// @param address as it is stored, in E.164 form; anything else may not
  public boolean allow(String address) {
    return PhoneNumber.parse(address)
        .filter(number -> number.e164().equals(address))
        .filter(number -> number.kind() == Kind.MOBILE && countries.contains(number.country()))
        .isPresent();
  }
}
