package vn.lantoa.lab.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.UnsubscribeLinks;
import vn.lantoa.common.Channel;
import vn.lantoa.common.MobileNumbers;
import vn.lantoa.delivery.ChannelSender;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.secret.InstallationSecret;

/// The senders as Spring wires them from config/application.yaml, with and without the sandbox.
class SandboxConfigurationTest {

  private static final List<OutgoingMessage> ONE_EACH =
      List.of(
          ChannelExamples.sms(1, "+84912345678"),
          ChannelExamples.letter(2, "thao@example.edu.vn"),
          ChannelExamples.post(3, Channel.FACEBOOK, "page-1"),
          ChannelExamples.post(4, Channel.ZALO, "oa-1"),
          ChannelExamples.post(5, Channel.TELEGRAM, "@sogddt"));

  @TempDir Path data;

  @Test
  void takesEveryMessageWithoutAnyAccount() {
    try (var context = start(true)) {
      for (var message : ONE_EACH) {
        assertThat(send(context, message))
            .isInstanceOfAny(Outcome.Accepted.class, Outcome.Delivered.class);
      }

      var inbox = context.getBean(SandboxInbox.class);
      assertThat(inbox.latest(null, 10)).hasSize(5);
      assertThat(inbox.counts().values()).containsOnly(1L);
    }
  }

  @Test
  void asksTheStandInsThoughAccountsAreConfigured() {
    try (var context =
        start(
            true,
            "--lantoa.sms.account-sid=AC1",
            "--lantoa.sms.base-url=http://127.0.0.1:1",
            "--lantoa.facebook.token=not-the-stand-ins",
            "--lantoa.zalo.access-token=not-the-stand-ins",
            "--lantoa.telegram.token=1:not-the-stand-ins",
            "--lantoa.telegram.base-url=http://127.0.0.1:1")) {
      for (var message : ONE_EACH) {
        assertThat(send(context, message))
            .isInstanceOfAny(Outcome.Accepted.class, Outcome.Delivered.class);
      }
    }
  }

  @Test
  void isOffUnlessAskedForAndThenNothingLeaves() {
    try (var context = start(false)) {
      for (var message : ONE_EACH) {
        assertThat(send(context, message)).isInstanceOf(Outcome.ChannelDown.class);
      }

      assertThat(context.getBeansOfType(SandboxInbox.class)).isEmpty();
    }
  }

  private static Outcome send(ConfigurableApplicationContext context, OutgoingMessage message) {
    return context.getBean(message.channel().key() + "Sender", ChannelSender.class).send(message);
  }

  private ConfigurableApplicationContext start(boolean sandbox, String... more) {
    var arguments =
        Stream.concat(
            Stream.of(
                "--lantoa.sandbox.enabled=" + sandbox,
                "--lantoa.data=" + data,
                "--lantoa.public-url=http://127.0.0.1:1"),
            Stream.of(more));
    return new SpringApplicationBuilder(Wiring.class)
        .web(WebApplicationType.NONE)
        .run(arguments.toArray(String[]::new));
  }

  @Configuration(proxyBeanMethods = false)
  @Import({InstallationSecret.class, UnsubscribeLinks.class, SandboxConfiguration.class})
  @ComponentScan({
    "vn.lantoa.channel.sms",
    "vn.lantoa.channel.email",
    "vn.lantoa.channel.facebook",
    "vn.lantoa.channel.zalo",
    "vn.lantoa.channel.telegram"
  })
  @ConfigurationPropertiesScan({"vn.lantoa.lab.sandbox", "vn.lantoa.channel"})
  static class Wiring {

    @Bean
    static MobileNumbers numbers() {
      return ChannelExamples.NUMBERS;
    }

    @Bean
    InstantSource clock() {
      return InstantSource.system();
    }

    @Bean
    ProviderHttp http(InstantSource clock) {
      return new ProviderHttp(clock);
    }
  }
}
