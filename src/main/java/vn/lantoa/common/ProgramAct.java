package vn.lantoa.common;

/// Something the program did of itself that a person would have to account for. Published in the
/// transaction of the act; the audit trail writes it down there.
///
/// @param action a verb of ours, dotted: `campaign.pause`
/// @param subject kind and id: `campaign:17`
/// @param detail a provider's words, or `@` and the key of a reason of ours
public record ProgramAct(String action, String subject, String detail) {}
