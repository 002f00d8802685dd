package vn.lantoa.channel.sms;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param accounts further accounts, by name; [SmsAccount] is the main one
@ConfigurationProperties("lantoa.sms")
record SmsSettings(@DefaultValue Map<String, SmsAccount> accounts) {}
