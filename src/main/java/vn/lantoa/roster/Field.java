package vn.lantoa.roster;

/// What a column of a file may hold.
public enum Field {
  NAME("họ tên"),
  FAMILY("họ đệm"),
  GIVEN("tên"),
  AUDIENCE("đối tượng"),
  PHONE("điện thoại"),
  EMAIL("email"),
  UNIT("mã đơn vị"),
  CODE("mã"),
  CONSENT("đồng ý"),
  /// Nothing that is wanted here.
  NOTHING("");

  private final String heading;

  Field(String heading) {
    this.heading = heading;
  }

  /// As the sample writes it.
  public String heading() {
    return heading;
  }
}
