package vn.lantoa.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import vn.lantoa.common.Refusal;

/// The text of a file, whatever encoding it is in.
///
/// @param encoding its name, to be shown
record CsvText(String text, String encoding) {

  private static final List<String> OF_OLDER_OFFICES = List.of("windows-1258", "windows-1252");

  /// @throws Refusal `import.encoding` when in no encoding it makes sense
  static CsvText of(byte[] bytes) {
    return marked(bytes)
        .or(() -> wide(bytes))
        .or(() -> strictly(bytes, StandardCharsets.UTF_8))
        .or(() -> old(bytes))
        .orElseThrow(() -> new Refusal("import.encoding"));
  }

  private static Optional<CsvText> marked(byte[] bytes) {
    if (begins(bytes, 0xFF, 0xFE)) {
      return strictly(bytes, StandardCharsets.UTF_16LE);
    }
    if (begins(bytes, 0xFE, 0xFF)) {
      return strictly(bytes, StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  private static boolean begins(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  /// UTF-16 without its mark: of what is plain in a list, every second byte is zero.
  private static Optional<CsvText> wide(byte[] bytes) {
    int looked = Math.min(bytes.length, 4_000) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < looked; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (looked == 0 || Math.max(even, odd) < looked / 8) {
      return Optional.empty();
    }
    return strictly(bytes, odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
  }

  private static Optional<CsvText> strictly(byte[] bytes, Charset charset) {
    try {
      var text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(
          new CsvText(text.startsWith("\uFEFF") ? text.substring(1) : text, charset.name()));
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /// Only where it is unmistakable: read in the wrong one, names would be stored broken.
  private static Optional<CsvText> old(byte[] bytes) {
    return OF_OLDER_OFFICES.stream()
        .flatMap(name -> strictly(bytes, Charset.forName(name)).stream())
        .map(text ->
            new CsvText(Normalizer.normalize(text.text(), Normalizer.Form.NFC), text.encoding()))
        .filter(text ->
            text.encoding().equals("windows-1258")
                ? Syllables.areVietnamese(text.text())
                : Syllables.areWestern(text.text()))
        .findFirst();
  }
}
