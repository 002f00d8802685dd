package vn.lantoa.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import vn.lantoa.channel.email.LetterSkeleton.Gap;

/// The letters of one unit, as a mail program sees them: one list, which it can gather and which
/// its reader can leave.
///
/// @param domain of who sends the letters
/// @param refusalsTo a mailbox; empty: none is read
record MailingList(long unitId, String unitName, String domain, String refusalsTo) {

  /// RFC 2919: a name for people, and one that stays when the unit is renamed.
  String id() throws UnsupportedEncodingException {
    var name = HeaderSafe.check("List-Id", unitName);
    // Written as an address is, for the library knows how a name before "<" is quoted and encoded.
    var asAddress = new InternetAddress("unit-" + unitId + "@" + domain, name, UTF_8.name());
    var id = asAddress.toString().replace("<unit-" + unitId + "@", "<unit-" + unitId + ".");
    return Folded.header("List-Id", id);
  }

  /// RFC 2369, the best first; the first is the one that RFC 8058 asks for. The letter of the
  /// second says by its subject who refuses, even if it is written from another address.
  String waysOut() {
    var link = "<" + Gap.WAY_OUT.mark() + ">";
    return refusalsTo.isEmpty()
        ? link
        : link + ",\r\n <mailto:" + refusalsTo + "?subject=tu-choi%20" + Gap.REFUSAL.mark() + ">";
  }
}
