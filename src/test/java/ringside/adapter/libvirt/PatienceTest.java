package ringside.adapter.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import ringside.core.Progress;
import ringside.core.probe.Unanswered;

class PatienceTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    private String slow() throws InterruptedException {
        begun.countDown();
        end.await();
        return "done";
    }

    @Test
    void anInterruptEndsTheWaitingForAnAnswer() throws Exception {
        var asking = new FutureTask<>(() -> assertThrows(
                Progress.Cancelled.class, () -> new Patience(Duration.ofSeconds(20)).of("ask", this::slow)));
        Thread thread = Thread.ofPlatform().start(asking);
        begun.await();
        thread.interrupt();
        asking.get();
        end.countDown();
    }

    @Test
    void anOrderIsWaitedForWhoeverInterruptsAndTheInterruptIsNotForgotten() throws Exception {
        var ordering = new FutureTask<>(() -> {
            String done = new Patience(Duration.ofSeconds(20)).toTheEnd("do", this::slow);
            return done + " " + Thread.currentThread().isInterrupted();
        });
        Thread thread = Thread.ofPlatform().start(ordering);
        begun.await();
        thread.interrupt();
        Thread.sleep(100);
        thread.interrupt();
        end.countDown();
        assertEquals("done true", ordering.get());
    }

    @Test
    void anOrderThatHangsIsLeftAloneInTheEnd() {
        var hung =
                assertThrows(Unanswered.class, () -> new Patience(Duration.ofMillis(200)).toTheEnd("do", this::slow));
        assertTrue(hung.problem().endsWith("within 0 s"), hung::problem);
        end.countDown();
    }
}
