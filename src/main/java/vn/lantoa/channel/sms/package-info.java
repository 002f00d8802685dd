/// Text messages, by Twilio.
@NullMarked
package vn.lantoa.channel.sms;

import org.jspecify.annotations.NullMarked;
