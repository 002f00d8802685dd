package vn.lantoa.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lantoa.common.Refusal;

/// Looks through a part of a file before a parser does. Parsers compare each name in the markup
/// with those they know, and remember each element that is open: what no program writes takes them
/// hours, or all memory.
final class Markup {

  /// Of elements and attributes, in a part as well as in a tag. Real parts hold a few hundred.
  private static final int MOST_NAMES = 1_000;

  private static final int LONGEST_NAME = 1_000;

  private static final int DEEPEST = 10_000;

  /// What is said of the characters has to be said in so many bytes.
  private static final int HEAD = 1_024;

  private static final Pattern BLANK = Pattern.compile("(ï»¿|\\uFEFF)?[\\x00-\\x20]*");
  private static final Pattern DECLARATION = Pattern.compile("<\\?xml[\\x00-\\x20][^>]*\\?>");
  private static final Pattern CHARACTERS =
      Pattern.compile("encoding[\\x00-\\x20]*=[\\x00-\\x20]*[\"']([^\"']*)[\"']");

  /// In these the markup is written with the bytes of ASCII, and they stand for nothing else.
  private static final Pattern LIKE_ASCII =
      Pattern.compile("(?i)utf-8|us-ascii|iso-8859-\\d{1,2}|windows-125\\d");

  private static final Pattern WIDE = Pattern.compile("(?i)utf-(16|32)(le|be)?");

  private final Reader in;
  private final char[] buffer = new char[1 << 14];
  private final Set<String> names = new HashSet<>();
  private int at;
  private int end;
  private int depth;

  private Markup(Reader in) {
    this.in = in;
  }

  /// Reads the part to its end; what is no markup is let pass.
  ///
  /// @throws Refusal `import.damaged`
  static void check(InputStream part) throws IOException {
    var head = part.readNBytes(HEAD);
    var charset = charset(head);
    var text = start(head, charset);
    if (!mayBeMarkup(text)) {
      part.transferTo(OutputStream.nullOutputStream());
      return;
    }
    requireKnownCharacters(text, charset);
    var all = new SequenceInputStream(new ByteArrayInputStream(head), part);
    new Markup(new InputStreamReader(all, charset)).part();
  }

  /// Whether a parser may find markup in the part, which is left where it stands.
  static boolean isMarkup(BufferedInputStream part) throws IOException {
    part.mark(HEAD);
    var head = part.readNBytes(HEAD);
    part.reset();
    return mayBeMarkup(start(head, charset(head)));
  }

  private static String start(byte[] head, Charset charset) {
    return BLANK.matcher(new String(head, charset)).replaceFirst("");
  }

  private static boolean mayBeMarkup(String start) {
    return start.isEmpty() || start.charAt(0) == '<';
  }

  /// As parsers find it out: by the mark at the beginning, or by how `<` is written.
  private static Charset charset(byte[] head) {
    var start = HexFormat.of().formatHex(Arrays.copyOf(head, 4));
    return switch (start) {
      case "0000feff", "0000003c" -> StandardCharsets.UTF_32BE;
      case "fffe0000", "3c000000" -> StandardCharsets.UTF_32LE;
      case String s when s.startsWith("feff") || s.startsWith("003c") -> StandardCharsets.UTF_16BE;
      case String s when s.startsWith("fffe") || s.startsWith("3c00") -> StandardCharsets.UTF_16LE;
      default -> ISO_8859_1;
    };
  }

  /// A parser goes by what the part says of itself, and would see other markup than is seen here.
  private static void requireKnownCharacters(String text, Charset charset) {
    var declaration = DECLARATION.matcher(text);
    if (declaration.lookingAt()) {
      var said = CHARACTERS.matcher(declaration.group());
      var known = charset.equals(ISO_8859_1) ? LIKE_ASCII : WIDE;
      require(!said.find() || known.matcher(said.group(1)).matches());
    } else {
      require(!text.matches("(?s)<\\?xml[\\x00-\\x20].*"));
    }
  }

  private void part() throws IOException {
    for (int c = next(); c >= 0; c = next()) {
      if (c == '<') {
        markup(next());
      }
    }
  }

  private void markup(int first) throws IOException {
    switch (first) {
      case '?' -> {
        int after = name(next());
        skip('?', 1, after);
      }
      case '!' -> {
        int kind = next();
        // Office programs write no document type: it is a comment, or text as it stands.
        require(kind == '[' || kind == '-' && next() == '-');
        skip(kind == '-' ? '-' : ']', 2, next());
      }
      case '/' -> {
        depth--;
        skip('>', 0, next());
      }
      default -> tag(first);
    }
  }

  private void tag(int first) throws IOException {
    int most = MOST_NAMES;
    int last = first;
    int c = first;
    while (c >= 0 && c != '>') {
      require(c != '<' && most >= 0);
      last = c;
      if (c == '"' || c == '\'') {
        skipValue(c);
        c = next();
      } else if (isBetween(c)) {
        c = next();
      } else {
        most--;
        c = name(c);
      }
    }
    depth += last == '/' ? 0 : 1;
    require(depth <= DEEPEST);
  }

  /// @return what stands behind the name
  private int name(int first) throws IOException {
    var name = new StringBuilder();
    int c = first;
    while (c >= 0 && !isBetween(c) && "<>?\"'".indexOf(c) < 0) {
      require(name.length() < LONGEST_NAME);
      name.append((char) c);
      c = next();
    }
    names.add(name.toString());
    require(names.size() <= MOST_NAMES);
    return c;
  }

  private static boolean isBetween(int c) {
    return c <= ' ' || c == '=' || c == '/';
  }

  private void skipValue(int quote) throws IOException {
    int c = next();
    while (c >= 0 && c != quote) {
      c = next();
    }
  }

  /// Behind the next `>` before which this character stands at least so many times.
  private void skip(char before, int times, int first) throws IOException {
    int seen = 0;
    for (int c = first; c >= 0 && !(c == '>' && seen >= times); c = next()) {
      seen = c == before ? seen + 1 : 0;
    }
  }

  private int next() throws IOException {
    if (at == end) {
      at = 0;
      end = in.read(buffer);
    }
    return at < end ? buffer[at++] : -1;
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new Refusal("import.damaged");
    }
  }
}
