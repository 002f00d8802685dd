package vn.lantoa.site;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Messages;

class UnsubscribePageTest {

  private static final String ADDRESS = "thao@example.edu.vn";
  private static final String PATH =
      ChannelExamples.links()
          .url(Channel.EMAIL, ADDRESS, 7)
          .substring(ChannelExamples.PUBLIC_URL.length());

  private final Blocked blocked = new Blocked();
  private final MockMvc web =
      MockMvcBuilders.standaloneSetup(
              new UnsubscribePage(
                  ChannelExamples.links()::read,
                  blocked,
                  (_, _, act) -> act.getAsBoolean(),
                  id -> "Sở số " + id,
                  Messages.source()))
          .build();

  @Test
  void changesNothingWhenLookedAt() throws Exception {
    web.perform(get(PATH))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("<button")))
        .andExpect(content().string(containsString("Từ chối nhận")))
        .andExpect(content().string(not(containsString(ADDRESS))));
    web.perform(head(PATH)).andExpect(status().isOk());

    assertThat(blocked.reasons).isEmpty();
  }

  @Test
  void actsOnTheButton() throws Exception {
    web.perform(post(PATH)).andExpect(status().isOk());

    assertThat(blocked.reasonFor(Channel.EMAIL, ADDRESS)).contains(SuppressionReason.OPT_OUT);
  }

  @Test
  void saysWhoWritesAndTakesARefusalBack() throws Exception {
    web.perform(post(PATH))
        .andExpect(content().string(containsString("Sở số 7")))
        .andExpect(content().string(containsString("action=\"" + PATH + "/nhan-lai\"")));
    web.perform(get(PATH)).andExpect(content().string(containsString("Nhận lại thông tin")));

    web.perform(post(PATH + "/nhan-lai"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("lại gửi thông tin")));

    assertThat(blocked.reasons).isEmpty();
    web.perform(get(PATH)).andExpect(content().string(containsString("Từ chối nhận</button>")));
  }

  @Test
  void takesBackNothingThatOthersSaid() throws Exception {
    blocked.suppress(Channel.EMAIL, ADDRESS, SuppressionReason.HARD_BOUNCE, "smtp", Actor.SYSTEM);

    web.perform(post(PATH + "/nhan-lai"))
        .andExpect(content().string(containsString("không mở lại được tại đây")));

    assertThat(blocked.reasonFor(Channel.EMAIL, ADDRESS)).contains(SuppressionReason.HARD_BOUNCE);
  }

  @Test
  void promisesNothingWhereNobodyAgreed() throws Exception {
    blocked.agreed = false;

    web.perform(post(PATH + "/nhan-lai"))
        .andExpect(content().string(containsString("không mở lại được tại đây")))
        .andExpect(content().string(containsString("Sở số 7")))
        .andExpect(content().string(not(containsString("lại gửi thông tin"))));
  }

  @Test
  void actsOnTheOneClickOfAMailProgramInBothEncodings() throws Exception {
    web.perform(
            post(PATH)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("List-Unsubscribe=One-Click"))
        .andExpect(status().isOk());
    assertThat(blocked.reasons).hasSize(1);
    blocked.reasons.clear();

    web.perform(
            multipart(PATH).part(new MockPart("List-Unsubscribe", "One-Click".getBytes(US_ASCII))))
        .andExpect(status().isOk());
    assertThat(blocked.reasons).hasSize(1);
  }

  @Test
  void mayBeRepeated() throws Exception {
    web.perform(post(PATH)).andExpect(status().isOk());
    web.perform(post(PATH)).andExpect(status().isOk());

    assertThat(blocked.reasons).hasSize(1);
  }

  /// Of a letter that was sent before links hid the address.
  @Test
  void actsOnTheLinkOfAnOldLetter() throws Exception {
    web.perform(post("/u/hQAAAAAAAAAHZW1haWx0aGFvQGV4YW1wbGUuZWR1LnZuo9vcwAI65bTS_hVKIOyzSw"))
        .andExpect(status().isOk());

    assertThat(blocked.reasonFor(Channel.EMAIL, ADDRESS)).contains(SuppressionReason.OPT_OUT);
  }

  @Test
  void knowsNoForgedLink() throws Exception {
    for (var forged : List.of("/u/AAAA", PATH + "AAAA", PATH.replaceFirst("/u/.{20}", "/u/"))) {
      web.perform(get(forged)).andExpect(status().isNotFound());
      web.perform(post(forged)).andExpect(status().isNotFound());
    }

    assertThat(blocked.reasons).isEmpty();
  }

  @Test
  void speaksEnglishToWhoAsksForIt() throws Exception {
    web.perform(get(PATH).header("Accept-Language", "en-GB,en;q=0.9"))
        .andExpect(content().string(containsString("<html lang=\"en\"")))
        .andExpect(content().string(containsString("Do you want no more")));
    web.perform(get(PATH).header("Accept-Language", ";;;"))
        .andExpect(content().string(containsString("<html lang=\"vi\"")));
  }

  private static final class Blocked implements Suppressions {
    private final Map<String, SuppressionReason> reasons = new HashMap<>();
    private boolean agreed = true;

    @Override
    public boolean suppress(
        Channel channel, String address, SuppressionReason reason, String source, Actor actor) {
      return reasons.putIfAbsent(channel + " " + address, reason) == null;
    }

    @Override
    public boolean lift(Channel channel, String address, Actor actor) {
      return reasons.remove(channel + " " + address) != null;
    }

    @Override
    public boolean takeBack(Channel channel, String address, String source) {
      return reasons.remove(channel + " " + address, SuppressionReason.OPT_OUT);
    }

    @Override
    public boolean isOpen(Channel channel, String address) {
      return agreed && reasonFor(channel, address).isEmpty();
    }

    @Override
    public Optional<SuppressionReason> reasonFor(Channel channel, String address) {
      return Optional.ofNullable(reasons.get(channel + " " + address));
    }
  }
}
