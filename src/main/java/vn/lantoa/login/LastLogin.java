package vn.lantoa.login;

import java.io.Serializable;
import java.time.Instant;

/// When and from where an account was last logged in to.
public record LastLogin(Instant at, String address) implements Serializable {}
