package vn.lantoa.console.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lantoa.security.Grants;
import vn.lantoa.security.Role;

/// A grant as the page of an account shows it.
///
/// @param to the last day it is held; null: no end
/// @param principal who the holder stands in for; empty: nobody
/// @param mayEnd whether the reader may end it
public record GrantRow(
    long id,
    Role role,
    String unitName,
    LocalDate from,
    @Nullable LocalDate to,
    String principal,
    String grantedBy,
    String reason,
    Grants.State state,
    boolean mayEnd) {}
