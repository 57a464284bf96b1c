import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** JavaFX without a screen, for the parts that measure pages; it stays until the program ends. */
final class Toolkit {
    private static boolean started;

    private Toolkit() {}

    static void start() throws InterruptedException {
        if (started) return;
        started = true;
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var ready = new CountDownLatch(1);
        Platform.startup(ready::countDown);
        ready.await();
        Platform.setImplicitExit(false);
    }
}
