package vn.lantoa.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.testing.TestServer;

class ConsolePagesTest {

  @Test
  void everyRoomOfTheConsoleIsLookedAt() {
    try (var server = TestServer.start(Map.of())) {
      var routes =
          server
              .context()
              .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);

      var pages = new ConsolePages(routes, Map.of("chien-dich", "7")).all(7, 1_000);

      assertThat(pages)
          .contains(
              "/",
              "/chien-dich",
              "/chien-dich/7",
              "/chien-dich/7/ban-sao",
              "/chua-ro",
              "/dai",
              "/don-vi",
              "/luot-gui",
              "/nguoi-nhan",
              "/noi-dung",
              "/van-hanh")
          .noneMatch(page -> page.startsWith("/dang-nhap") || page.contains("{"));
    }
  }
}
