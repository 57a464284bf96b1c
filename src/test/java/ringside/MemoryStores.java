package ringside;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import org.h2.engine.Database;
import org.h2.engine.Engine;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Ends the stores in memory that a class of tests has left: each waits for the next that opens it, and so all of them
 * would stay to the end of the suite. H2 names them nowhere but in its engine.
 */
public final class MemoryStores implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) throws ReflectiveOperationException {
        boolean nested =
                context.getParent().flatMap(ExtensionContext::getTestClass).isPresent();
        if (nested) return;
        Field databases = Engine.class.getDeclaredField("DATABASES");
        databases.setAccessible(true);
        for (Object holder : List.copyOf(((Map<?, ?>) databases.get(null)).values())) end(holder);
    }

    private static void end(Object holder) throws ReflectiveOperationException {
        Field held = holder.getClass().getDeclaredField("database");
        held.setAccessible(true);
        if (held.get(holder) instanceof Database database && !database.isPersistent()) database.shutdownImmediately();
    }
}
