package vn.lantoa.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version of the jar.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    var version = Optional.ofNullable(Lantoa.class.getPackage().getImplementationVersion());
    return new String[] {"Lan Tỏa " + version.orElse("(từ mã nguồn)")};
  }
}
