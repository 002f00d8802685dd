package vn.lantoa.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something to be told.
///
/// @param subject what it is about, as the audit trail names it: `campaign:17`
/// @param occasion which of several times this was, if the same may happen to it again; of one
///   subject and occasion each account is told once
/// @param unitId in whose name a letter goes out; null: of the unit the account mainly works for
/// @param arguments of the sentences of its kind
/// @param path of the page of the console it leads to, beginning with a slash
public record Notice(
    NoticeKind kind,
    String subject,
    String occasion,
    @Nullable Long unitId,
    List<String> arguments,
    String path) {}
