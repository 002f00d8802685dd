package vn.lantoa.supply;

/// One library the program is made of.
///
/// @param group Maven's group, or empty
/// @param purl the package URL (github.com/package-url), as the bill of materials has it
record Component(String group, String name, String version, String purl) {

  private static final String WEBJARS = "org.webjars.npm";

  /// `group:name`, as advisories for Maven name it.
  String coordinates() {
    return group + ":" + name;
  }

  /// The script inside a WebJar has its advisories under its npm name: `tabler__core` is
  /// `@tabler/core`.
  boolean isScript() {
    return group.equals(WEBJARS);
  }

  String npmName() {
    return name.contains("__") ? "@" + name.replaceFirst("__", "/") : name;
  }

  /// Of the jar, without the folder.
  String fileName() {
    return name + "-" + version + ".jar";
  }
}
