package vn.lantoa.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import vn.lantoa.common.Zones;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.LoginOrigins;
import vn.lantoa.console.frame.WantedPage;
import vn.lantoa.login.LastLogin;

/// The first page after a login: the one that was wanted. It says when the account was last logged
/// in to, so that a person notices who else was there.
@Component
final class Welcome {

  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  private final SessionFlashMapManager flashes = new SessionFlashMapManager();
  private final LoginOrigins origins;
  private final WantedPage wanted;

  Welcome(LoginOrigins origins, WantedPage wanted) {
    this.origins = origins;
    this.wanted = wanted;
  }

  /// @param before null: it is the first login
  /// @return the address to go to
  String to(
      HttpServletRequest request,
      HttpServletResponse response,
      String username,
      @Nullable LastLogin before) {
    origins.remember(request, response, username);
    var target = wanted.take(request, response).orElse("/");
    if (before != null) {
      var flash = new FlashMap();
      flash.put(
          Flash.ATTRIBUTE,
          Flash.good(
              "login.previous", AT.format(before.at().atZone(Zones.VIETNAM)), before.address()));
      flash.setTargetRequestPath(target.replaceFirst("\\?.*", ""));
      flashes.saveOutputFlashMap(flash, request, response);
    }
    return target;
  }
}
