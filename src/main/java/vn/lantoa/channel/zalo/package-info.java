/// Broadcasts of a Zalo Official Account.
@NullMarked
package vn.lantoa.channel.zalo;

import org.jspecify.annotations.NullMarked;
