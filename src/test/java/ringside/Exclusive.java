package ringside;

import java.io.IOException;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A class of tests that uses what there is once on a machine, such as its libvirt daemon or the image of the lab's guests: of
 * all that are marked so one runs at a time, whichever process has it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Exclusive.Turn.class)
public @interface Exclusive {
    /** Waits for it before the class, and gives it up after it. */
    final class Turn implements BeforeAllCallback, AfterAllCallback {
        private static @Nullable FileChannel held;

        @Override
        public void beforeAll(ExtensionContext context) throws IOException {
            if (isNested(context)) return;
            Path file = Path.of(System.getProperty("java.io.tmpdir"), "ringside-tests.lock");
            held = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held.lock();
        }

        @Override
        public void afterAll(ExtensionContext context) throws IOException {
            if (isNested(context) || held == null) return;
            held.close();
            held = null;
        }

        private static boolean isNested(ExtensionContext context) {
            return context.getParent().flatMap(ExtensionContext::getTestClass).isPresent();
        }
    }
}
