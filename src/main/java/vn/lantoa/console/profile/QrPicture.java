package vn.lantoa.console.profile;

import io.nayuki.qrcodegen.QrCode;

/// A text as a picture for a camera, drawn here: its secret goes to no other server.
///
/// @param size of a side, in squares, with the white border that readers need (ISO/IEC 18004)
/// @param path of an SVG picture, with all dark squares
public record QrPicture(int size, String path) {

  private static final int BORDER = 4;

  static QrPicture of(String text) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + BORDER).append(',').append(y + BORDER).append("h1v1h-1z");
        }
      }
    }
    return new QrPicture(code.size + 2 * BORDER, path.toString());
  }
}
