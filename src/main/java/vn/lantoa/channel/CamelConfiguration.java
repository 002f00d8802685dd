package vn.lantoa.channel;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spring.SpringCamelContext;
import org.apache.camel.support.SimpleTypeConverter;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.lantoa.delivery.OutgoingMessage;

/// Camel as a library: our beans by name, our settings as `{{…}}`, no management port, no health or
/// metrics of its own.
@Configuration(proxyBeanMethods = false)
class CamelConfiguration {

  @Bean(destroyMethod = "")
  SpringCamelContext camelContext(ApplicationContext beans, Environment environment) {
    var camel = new Routes(beans);
    prepare(camel, environment);
    return camel;
  }

  /// Of itself Camel would be among the first that stop, under the hands of those who still send.
  private static final class Routes extends SpringCamelContext {

    Routes(ApplicationContext beans) {
      super(beans);
    }

    @Override
    public int getPhase() {
      return CamelRoutes.PHASE;
    }
  }

  /// What every context of ours needs, in the server and in the check of route files alike.
  static void prepare(CamelContext camel, Environment environment) {
    camel.disableJMX();
    camel.setAutoStartup(true);
    camel.getCamelContextExtension().setName("lantoa");
    camel.getPropertiesComponent().addPropertiesSource(new Settings(environment));
    // So that a route may write a message to a file, or anywhere else that takes text.
    var converters = camel.getTypeConverterRegistry();
    converters.addTypeConverter(
        String.class,
        OutgoingMessage.class,
        new SimpleTypeConverter(false, (_, _, message) -> text(message)));
    converters.addTypeConverter(
        InputStream.class,
        OutgoingMessage.class,
        new SimpleTypeConverter(
            false,
            (_, _, message) ->
                new ByteArrayInputStream(text(message).getBytes(StandardCharsets.UTF_8))));
  }

  private static String text(Object body) {
    var message = (OutgoingMessage) body;
    return message.subject() + "\n\n" + message.text() + "\n";
  }

  private record Settings(Environment environment) implements PropertiesSource {

    @Override
    public String getName() {
      return "spring";
    }

    @Override
    public @org.jspecify.annotations.Nullable String getProperty(String name) {
      return environment.getProperty(name);
    }
  }
}
