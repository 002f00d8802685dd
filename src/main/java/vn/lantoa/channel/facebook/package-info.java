/// Posts on Facebook pages.
@NullMarked
package vn.lantoa.channel.facebook;

import org.jspecify.annotations.NullMarked;
