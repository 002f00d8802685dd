package vn.lantoa.console.frame;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Of a page that shows what we know of a person: who looked at it is written into the audit trail,
/// once in ten minutes.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Seen {

  /// The act: `recipient.view`.
  String as();

  /// Kind and id, with the variables of the page's address: `recipient:{id}`.
  String of();
}
