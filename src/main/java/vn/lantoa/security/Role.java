package vn.lantoa.security;

/// What an account may do in its unit and below.
public enum Role {
  /// Writes content, plans campaigns, keeps recipients.
  OFFICER,
  /// Approves or returns what others wrote and planned; never their own.
  APPROVER,
  /// A school: sees its script, confirms what it aired.
  SCHOOL,
  /// Units, accounts, outlets, stations.
  ADMIN
}
