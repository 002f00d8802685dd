/// Letters, by SMTP.
@NullMarked
package vn.lantoa.channel.email;

import org.jspecify.annotations.NullMarked;
