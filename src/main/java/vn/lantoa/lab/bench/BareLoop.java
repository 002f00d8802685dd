package vn.lantoa.lab.bench;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// What anyone would write to send letters fast: one connection per worker that stays open, a new
/// message for each recipient, and no word kept of any of it. The yardstick for `bench delivery`.
final class BareLoop {

  private static final String TEXT =
      "Chào bạn, đây là một lá thư thử. ".repeat(48).substring(0, 1536);

  private final String host;
  private final int port;

  BareLoop(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /// @return letters a second
  double run(int letters, int sessions) throws InterruptedException, ExecutionException {
    var next = new AtomicInteger();
    long start = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(sessions)) {
      var workers =
          IntStream.range(0, sessions)
              .<Future<?>>mapToObj(_ -> threads.submit(() -> send(next, letters)))
              .toList();
      for (var worker : workers) {
        worker.get();
      }
    }
    return letters / ((System.nanoTime() - start) / 1e9);
  }

  private Void send(AtomicInteger next, int letters) throws MessagingException {
    var properties = new Properties();
    properties.put("mail.smtp.host", host);
    properties.put("mail.smtp.port", Integer.toString(port));
    var session = Session.getInstance(properties);
    try (var transport = session.getTransport("smtp")) {
      transport.connect();
      for (int i = next.getAndIncrement(); i < letters; i = next.getAndIncrement()) {
        var letter = letter(session, i);
        transport.sendMessage(letter, letter.getAllRecipients());
      }
    }
    return null;
  }

  private static MimeMessage letter(Session session, int i) throws MessagingException {
    var letter = new MimeMessage(session);
    letter.setFrom(new InternetAddress("lantoa@lantoa.example.vn"));
    letter.setRecipient(
        RecipientType.TO, new InternetAddress("nguoi-nhan-%07d@mau.example.vn".formatted(i)));
    letter.setSubject("Mời Người nhận " + i + " dùng dịch vụ công trực tuyến", "UTF-8");
    letter.setSentDate(new Date());
    letter.setText(TEXT, "UTF-8");
    letter.saveChanges();
    return letter;
  }
}
