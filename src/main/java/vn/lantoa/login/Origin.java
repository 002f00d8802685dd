package vn.lantoa.login;

import java.io.Serializable;

/// Where somebody logs in from.
///
/// @param address of the network
/// @param agent what the browser calls itself
/// @param device what it was given at an earlier login ([KnownDevices]); empty: nothing
public record Origin(String address, String agent, String device) implements Serializable {

  private static final int LONGEST_AGENT = 300;

  /// Nowhere: the program itself asks.
  static final Origin LOCAL = new Origin("local", "", "");

  public Origin {
    agent = agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
  }
}
