package vn.lantoa.walk;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The Nu checker of the W3C, within this program.
final class NuChecker {

  private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

  private final List<String> findings = new ArrayList<>();
  private final SimpleDocumentValidator checker = new SimpleDocumentValidator(true, true, false);

  NuChecker() {
    var collector = new Collector();
    try {
      checker.setUpMainSchema(SCHEMA, collector);
      checker.setUpValidatorAndParsers(collector, true, false);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// Errors and warnings alike.
  List<String> findings(String html) {
    findings.clear();
    var source = new InputSource(new StringReader(html));
    source.setSystemId("http://localhost/");
    try {
      checker.checkHtmlInputSource(source);
    } catch (IOException | SAXException e) {
      throw new IllegalStateException(e);
    }
    return List.copyOf(findings);
  }

  private final class Collector implements ErrorHandler {

    @Override
    public void warning(SAXParseException found) {
      add(found);
    }

    @Override
    public void error(SAXParseException found) {
      add(found);
    }

    @Override
    public void fatalError(SAXParseException found) {
      add(found);
    }

    private void add(SAXParseException found) {
      findings.add("line " + found.getLineNumber() + ": " + found.getMessage());
    }
  }
}
