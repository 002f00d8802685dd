package vn.lantoa.login;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/// What a browser's session holds of a login. What it is good for is asked of [LoginSessions] at
/// each request.
public record Ticket(long sessionId, long accountId, String username)
    implements AuthenticatedPrincipal, Serializable {

  @Override
  public String getName() {
    return username;
  }
}
