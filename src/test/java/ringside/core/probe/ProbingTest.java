package ringside.core.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ringside.adapter.local.LocalShell;
import ringside.core.Progress;
import ringside.core.feature.Probed;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Shell;
import ringside.core.host.Target;

class ProbingTest {
    private static final Question USB = new Question("usb", "qemu");
    private static final Question TPM = new Question("tpm", "qemu");

    private record Scripted(String id, List<Question> questions, Function<Shell, Findings> answer) implements Probe {
        @Override
        public Findings ask(Shell host) {
            return answer.apply(host);
        }
    }

    private static Probe says(String id, Question question, String answer) {
        var findings = new Findings(List.of(Finding.verified(question, "ask it", answer)), Map.of(id, "1.0"));
        return new Scripted(id, List.of(question), host -> findings);
    }

    private static Probing probing(Probe... probes) {
        return new Probing((target, questions) -> new LocalShell(), List.of(probes), Duration.ofMillis(600));
    }

    private static ProbeReport report(Probe... probes) {
        return probing(probes).probe(Target.LOCAL, AccessQuestions.NOBODY, Progress.SILENT, Probing.Listener.SILENT);
    }

    private static List<String> lines(ProbeReport report) {
        return report.probed().stream()
                .map(one -> one.feature() + " " + one.verdict().word() + ": " + one.answer())
                .toList();
    }

    @Test
    void tellsEachAnswerAndSortsThemAtTheEnd() {
        var heard = new ArrayList<Probed>();
        ProbeReport report = probing(says("one", USB, "yes"), says("two", TPM, "yes"))
                .probe(Target.LOCAL, AccessQuestions.NOBODY, Progress.SILENT, heard::add);
        assertEquals(List.of("tpm verified: yes", "usb verified: yes"), lines(report));
        assertEquals(2, heard.size());
        assertEquals(Map.of("one", "1.0", "two", "1.0"), report.host().facts());
        assertEquals(new LocalShell().name(), report.probed().getFirst().host());
    }

    @Test
    void aProbeThatCannotAskCostsNothingButItsOwnCells() {
        var missing = new Scripted("two", List.of(TPM), host -> {
            throw new Unanswered("ask it", "there is no such tool", "install it");
        });
        ProbeReport report = report(says("one", USB, "yes"), missing);
        assertEquals(List.of("tpm not-asked: there is no such tool", "usb verified: yes"), lines(report));
        assertEquals(
                List.of(new ProbeReport.Trouble("two", "ask it", "there is no such tool", "install it")),
                report.troubles());
    }

    @Test
    void aProbeThatBreaksIsSaidAndTheOthersStand() {
        var broken = new Scripted("two", List.of(TPM), host -> {
            throw new NoClassDefFoundError("a/native/Library");
        });
        ProbeReport report = report(says("one", USB, "yes"), broken);
        assertEquals("usb verified: yes", lines(report).getLast());
        assertTrue(report.troubles().getFirst().problem().contains("a fault it did not expect"));
    }

    @Test
    void aProbeThatHangsIsLeftBehind() {
        var never = new CountDownLatch(1);
        var hung = new Scripted("two", List.of(TPM), host -> {
            while (true) {
                try {
                    never.await();
                } catch (InterruptedException deaf) {
                    // As native code is
                }
            }
        });
        ProbeReport report = report(says("one", USB, "yes"), hung);
        assertEquals("usb verified: yes", lines(report).getLast());
        assertTrue(report.took().toMillis() < 2500, () -> report.took().toString());
        assertEquals("two", report.troubles().getFirst().probe());
    }

    @Test
    void aQuestionLeftOutIsNotAskedAndOneTooManyIsDropped() {
        var findings = new Findings(List.of(Finding.verified(new Question("usb", "kvm"), "x", "y")));
        ProbeReport report = report(new Scripted("two", List.of(TPM), host -> findings));
        assertEquals(List.of("tpm not-asked: the reply does not speak of it"), lines(report));
    }

    @Test
    void aHostsTextsAreMadeFitForATable() {
        ProbeReport report =
                report(says("one", USB, "\u001b[31mred\u001b[0m\r\n\u0007\u202eand\tmore " + "x".repeat(9999)));
        String answer = report.probed().getFirst().answer();
        assertTrue(answer.startsWith("red and more xxx"), answer);
        assertEquals(400, answer.length());
    }

    @Test
    void anInterruptCancelsAllOfIt() throws Exception {
        var began = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var slow = new Scripted("two", List.of(TPM), host -> {
            began.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                stopped.countDown();
            }
            throw new Progress.Cancelled();
        });
        var ending = new AtomicReference<Throwable>();
        var probing = new Probing((target, questions) -> new LocalShell(), List.of(slow));
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                probing.probe(Target.LOCAL, AccessQuestions.NOBODY, Progress.SILENT, Probing.Listener.SILENT);
            } catch (RuntimeException e) {
                ending.set(e);
            }
        });
        began.await();
        asking.interrupt();
        assertTrue(asking.join(Duration.ofSeconds(2)));
        stopped.await();
        assertInstanceOf(Progress.Cancelled.class, ending.get());
    }
}
