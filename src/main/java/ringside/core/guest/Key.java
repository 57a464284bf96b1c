package ringside.core.guest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What stands in a guest's file for a component of its records. The key itself is the component's name in lower case
 * with hyphens.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /** The comment beside the key: what it sets and which values it takes, with their unit. */
    String says();

    /** What holds if the key is missing. Without it an optional is empty, a list has no entries, a part its defaults. */
    String or() default "";
}
