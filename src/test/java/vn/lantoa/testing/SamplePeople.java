package vn.lantoa.testing;

import java.util.Map;
import java.util.stream.IntStream;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// People with a telephone and a letter box each, who agreed to messages.
public final class SamplePeople {

  private SamplePeople() {}

  /// `Người thứ 0` and those after.
  ///
  /// @param audience as the vocabulary has it
  public static void add(TestServer server, long unitId, String audience, int people, Actor actor) {
    server
        .get(Recipients.class)
        .addAll(
            IntStream.range(0, people)
                .mapToObj(i ->
                    new NewRecipient(
                        unitId,
                        "Người thứ " + i,
                        audience,
                        "P" + i,
                        Map.of(
                            Channel.SMS, "+8430%07d".formatted(i),
                            Channel.EMAIL, "p%d@mau.example.vn".formatted(i)),
                        "phiếu")),
            actor);
  }
}
