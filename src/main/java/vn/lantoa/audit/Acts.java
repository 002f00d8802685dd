package vn.lantoa.audit;

import java.util.List;

/// Every act the trail knows, in the order in which they are offered: what is recorded anywhere in
/// the program stands here and has its words (`action.<act>`), or a test fails.
public final class Acts {

  public static final List<String> ALL =
      List.of(
          "login.in",
          "login.refused",
          "login.throttled",
          "login.out",
          "login.ended",
          "access.refused",
          "approval.refused",
          "recipient.view",
          "delivery.view",
          "list.search",
          "list.export",
          "content.edit",
          "content.upload",
          "content.approve",
          "content.return",
          "content.withdraw",
          "campaign.create",
          "campaign.change",
          "campaign.submit",
          "campaign.recall",
          "campaign.approve",
          "campaign.send-back",
          "campaign.pause",
          "campaign.resume",
          "campaign.cancel",
          "campaign.delete",
          "script.aired",
          "delivery.was-sent",
          "delivery.send-again",
          "delivery.leave",
          "delivery.resend",
          "delivery.resend-all",
          "recipient.import",
          "recipient.add",
          "recipient.change",
          "recipient.remove",
          "recipient.restore",
          "recipient.merge",
          "recipient.transfer-ask",
          "recipient.transfer",
          "recipient.transfer-decline",
          "recipient.opt-in",
          "recipient.opt-out",
          "recipient.unsubscribe",
          "recipient.resubscribe",
          "account.create",
          "account.reset-password",
          "account.change-password",
          "account.change-profile",
          "account.open",
          "account.close",
          "account.grant",
          "account.end-grant",
          "account.end-sessions",
          "account.add-second-factor",
          "account.renew-recovery-codes",
          "account.remove-second-factor",
          "account.take-off-second-factor",
          "unit.add",
          "unit.short-name",
          "unit.quota",
          "outlet.put",
          "station.put",
          "channel.pause",
          "channel.resume",
          "account.resume",
          "instance.release",
          "audit.check",
          "sandbox.fault");

  /// Of versions before 2026-12, which wrote down what the program did beside who did it.
  public static final List<String> FORMER =
      List.of("account.add", "account.change-email", "account.enable", "account.disable");

  private Acts() {}
}
