package vn.lantoa.channel.email;

import java.time.Duration;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.MailServer;
import vn.lantoa.channel.MailServers;
import vn.lantoa.testing.Eventually;

/// A sender of letters, wired as the program does.
final class EmailExamples {

  static final LetterWriter.Sender FROM =
      new LetterWriter.Sender("lantoa@example.edu.vn", "{unit}", "", "");

  private EmailExamples() {}

  static SmtpConnections connections(MailServer server) {
    return connections(server, Eventually.PATIENCE);
  }

  /// @param longest for one letter
  static SmtpConnections connections(MailServer server, Duration longest) {
    return new SmtpConnections(server, FROM.domain(), Duration.ofSeconds(30), longest);
  }

  static EmailSender sender(MailServer server, SmtpConnections connections) {
    return new EmailSender(writer(), new SmtpRelays(MailServers.only(server), _ -> connections));
  }

  static LetterWriter writer() {
    return writer(FROM);
  }

  static LetterWriter writer(LetterWriter.Sender from) {
    return new LetterWriter(
        from,
        ChannelExamples.SECRET,
        ChannelExamples.links(),
        EmailConfiguration.templates(),
        ChannelExamples.CLOCK);
  }
}
