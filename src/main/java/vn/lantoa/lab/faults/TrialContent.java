package vn.lantoa.lab.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The content library of the trials: one short item for every channel.
final class TrialContent {

  static final String ITEM = "thu-do-ben";
  static final String FILE = ITEM + ".md";

  private TrialContent() {}

  static void write(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(FILE), text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text() {
    return """
    ---
    id: %s
    title: Thử độ bền
    topic: vneid
    audiences: [phu-huynh]
    valid: 2026-01-01/2099-12-31
    link: https://dichvucong.gov.vn
    source: Bàn thử lỗi
    ---
    ## sms
    {{unit.name}}: xem {{link}}
    ## email: Thử độ bền
    Kính gửi {{recipient.name}},

    Xem [hướng dẫn]({{link}}).

    Trân trọng,
    {{unit.name}}
    ## social
    {{unit.name}}: xem {{link}}
    ## radio
    Kính chào quý vị. Đây là chương trình của {{unit.name}}.
    ## portal
    ### Thử độ bền

    Xem [hướng dẫn]({{link}}).
    """
        .formatted(ITEM);
  }
}
