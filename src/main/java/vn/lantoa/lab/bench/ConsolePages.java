package vn.lantoa.lab.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.delivery.DeliveryStatus;

/// The addresses of everything there is to see in the console: every route, taken from the program
/// itself so that none is forgotten, and what people look for in its long lists.
final class ConsolePages {

  /// Say nothing of the ledger, or change what the visitor sees afterwards.
  private static final Set<String> LEFT_OUT =
      Set.of("dang-nhap", "mat-khau", "ngon-ngu", "thu-nghiem");

  /// Whatever the room.
  private static final String CONSOLE = ".console.";

  private final RequestMappingHandlerMapping routes;
  private final Map<String, String> examples;

  /// @param examples by the first part of the path: what to put for the part in braces
  ConsolePages(RequestMappingHandlerMapping routes, Map<String, String> examples) {
    this.routes = routes;
    this.examples = examples;
  }

  /// @param campaign a large one
  /// @param middle a delivery with as many after it as before
  List<String> all(long campaign, long middle) {
    var pages = new LinkedHashSet<String>(routes());
    pages.addAll(deliveries(campaign, middle));
    pages.addAll(
        List.of(
            "/chien-dich?loc=da-xong",
            "/chien-dich?trang=2",
            "/chua-ro?de-lai=true",
            "/nguoi-nhan?q=nguyen",
            "/nguoi-nhan?q=kieu+diem+trinh",
            "/nguoi-nhan?q=0300001234",
            "/nguoi-nhan?trang=100",
            "/nguoi-nhan?xep=-don-vi&trang=100",
            "/chien-dich?xep=gui&tu=2020-01-01"));
    return List.copyOf(pages);
  }

  private List<String> routes() {
    return routes.getHandlerMethods().entrySet().stream()
        .filter(route -> route.getValue().getBeanType().getName().contains(CONSOLE))
        .filter(
            route -> route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(route -> route.getKey().getPatternValues().stream())
        .filter(path -> !LEFT_OUT.contains(section(path)))
        .map(path -> path.replaceAll("\\{[^/]*}", examples.getOrDefault(section(path), "1")))
        .sorted()
        .toList();
  }

  /// By every state, channel and kind of text, alone and together, far down the list too.
  private static List<String> deliveries(long campaign, long middle) {
    var pages = new ArrayList<String>();
    for (var status : DeliveryStatus.values()) {
      pages.add("/luot-gui?trang-thai=" + status);
      pages.add("/luot-gui?q=nguyen&trang-thai=" + status);
    }
    for (var text :
        List.of(
            "nguyen",
            "Thị",
            "kieu diem trinh",
            "trinh",
            "không ai",
            "0300001234",
            "+84300001",
            "nguoi-nhan-0012345",
            "nguoi-nhan")) {
      pages.add("/luot-gui?q=" + Visitor.encoded(text));
    }
    pages.add("/luot-gui?kenh=sms");
    pages.add("/luot-gui?kenh=portal");
    pages.add("/luot-gui?kenh=sms&trang-thai=UNDELIVERED&q=" + Visitor.encoded("oanh"));
    pages.add("/luot-gui?sau=" + middle);
    pages.add("/luot-gui?trang-thai=FAILED&sau=" + middle);
    pages.add("/luot-gui?chien-dich=" + campaign);
    pages.add("/luot-gui?trang-thai=UNCERTAIN&chien-dich=" + campaign);
    pages.add("/luot-gui?trang-thai=FAILED&chien-dich=" + campaign);
    pages.add("/luot-gui?q=kieu&chien-dich=" + campaign);
    pages.add("/luot-gui?q=kieu&chien-dich=" + campaign + "&sau=" + middle);
    pages.add("/luot-gui?xep=hen");
    pages.add("/luot-gui?xep=hen&sau=" + middle);
    pages.add("/luot-gui?trang-thai=FAILED&xep=hen&tu=2020-01-01&den=2099-12-31");
    pages.add("/luot-gui?tu=2099-01-01");
    return pages;
  }

  private static String section(String path) {
    return path.split("/", -1)[1];
  }
}
