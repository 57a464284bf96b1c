package ringside.adapter.libvirt;

import org.libvirt.Library;
import org.libvirt.LibvirtException;

/** libvirt's event loop: one for the program, on a thread of its own, begun before the first connection that uses it. */
final class Events {
    private static boolean begun;

    private Events() {}

    static synchronized void begin() throws LibvirtException {
        if (begun) return;
        Library.initEventLoop();
        begun = true;
        Thread.ofPlatform().daemon().name("libvirt events").start(Events::loop);
    }

    private static void loop() {
        while (true) {
            try {
                Library.processEvent();
            } catch (LibvirtException passing) {
                // The connection it was about says so to whoever asks next
            }
        }
    }
}
