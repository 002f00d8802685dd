package vn.lantoa.security;

/// What an account is in its unit and below. What each may do is in [Permission].
public enum Role {
  /// Writes content, plans campaigns, keeps recipients.
  OFFICER,
  /// Approves or returns what others wrote and planned; never their own.
  APPROVER,
  /// A school: sees its script, confirms what it aired.
  SCHOOL,
  /// Looks at everything and takes it along as a file; changes nothing.
  LEADER,
  /// Units, accounts, outlets, stations.
  ADMIN,
  /// The machine itself: queues, accounts of providers, restored copies. Held at the top of the
  /// tree only, because the machine serves all units alike.
  OPERATOR
}
