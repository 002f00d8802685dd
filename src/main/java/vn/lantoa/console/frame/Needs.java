package vn.lantoa.console.frame;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.lantoa.security.Permission;

/// What somebody must be allowed before a page or an act is his. [Gate] asks before the handler
/// runs; a handler without one is refused to everybody.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

  Permission value();

  /// The kind of thing `{id}` in the path names: the permission must reach the unit its [Owner]
  /// gives. `void`: no thing is named, the permission anywhere is enough, and the handler asks for
  /// the units its fields name.
  Class<?> of() default void.class;
}
