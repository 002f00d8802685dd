package vn.lantoa.channel.email;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lantoa.channel.MailServer;

/// What is said of letters besides the [MailServer] they are handed to.
///
/// @param from the address letters come from; empty: `lantoa@` and the host of the public address
/// @param fromName who they come from; `{unit}` stands for the unit that speaks
/// @param replyTo where answers go; empty: to `from`
/// @param refusalsTo a mailbox that a person reads, for no program does, where people may refuse
///   further letters by writing; empty: by the link only
/// @param accounts further servers, by the name of the account
/// @param idle how long an unused connection stays open; servers mostly close theirs after some
///   minutes
@ConfigurationProperties("lantoa.email")
record EmailSettings(
    @DefaultValue("") String from,
    @DefaultValue("{unit}") String fromName,
    @DefaultValue("") String replyTo,
    @DefaultValue("") String refusalsTo,
    @DefaultValue("30s") Duration idle,
    @DefaultValue Map<String, MailServer> accounts) {}
