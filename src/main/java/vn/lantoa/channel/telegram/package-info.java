/// Posts in Telegram channels.
@NullMarked
package vn.lantoa.channel.telegram;

import org.jspecify.annotations.NullMarked;
