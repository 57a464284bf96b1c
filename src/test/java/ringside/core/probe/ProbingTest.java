package ringside.core.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ringside.adapter.local.LocalShell;
import ringside.core.Progress;
import ringside.core.feature.Probed;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Answer;
import ringside.core.host.Command;
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
        return new Probing(
                (target, questions) -> new LocalShell(),
                List.of(probes),
                () -> List.of("usb", "tpm"),
                Duration.ofMillis(600));
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
        assertTrue(report.took().toMillis() < 9000, () -> report.took().toString());
        assertEquals("two", report.troubles().getFirst().probe());
    }

    @Test
    void aHostThatIsSlowIsWaitedForAsLongAsIsSaid() {
        var slow = new Scripted("two", List.of(TPM), host -> {
            Answer answer = host.run(Command.of("sleep", "7"));
            return new Findings(
                    List.of(Finding.verified(TPM, "sleep", answer.ending().name())));
        });
        assertEquals("tpm verified: TIMED_OUT", lines(report(slow)).getLast());
        ProbeReport patient = probing(slow)
                .within(Duration.ofSeconds(60))
                .probe(Target.LOCAL, AccessQuestions.NOBODY, Progress.SILENT, Probing.Listener.SILENT);
        assertEquals("tpm verified: EXITED", lines(patient).getLast(), "longer than a command's usual limit");
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
    void whatRestsOnAGuestThatDoesNotRunIsNotHereWhicheverComesFirst() {
        var guests = new Question("hvm-guests", "kvm");
        var reserved = Finding.verified(USB, "count them", "8 reserved").restingOn(guests);
        var late = new Scripted("two", List.of(guests), host -> {
            host.run(Command.of("sleep", "0.2"));
            return new Findings(List.of(Finding.notHere(guests, "run one", "KVM runs no guest here")));
        });
        var early = new Scripted("one", List.of(USB), host -> new Findings(List.of(reserved)));
        String told = "usb not-here: KVM runs no guest here; apart from that: 8 reserved";
        assertEquals(told, lines(report(early, late)).getLast());

        var now = new Scripted(
                "two",
                List.of(guests),
                host -> new Findings(List.of(Finding.notHere(guests, "run one", "KVM runs no guest here"))));
        var slow = new Scripted("one", List.of(USB), host -> {
            host.run(Command.of("sleep", "0.2"));
            return new Findings(List.of(reserved));
        });
        assertEquals(told, lines(report(slow, now)).getLast());
    }

    @Test
    void whatRestsOnWhatNobodyKnowsIsAnOffer() {
        var guests = new Question("hvm-guests", "kvm");
        var closed = new Scripted("two", List.of(guests), host -> {
            throw new Unanswered("open it", "/dev/kvm may not be opened", "be in its group");
        });
        var finding = Finding.verified(USB, "count them", "8 reserved").restingOn(guests);
        var one = new Scripted("one", List.of(USB), host -> new Findings(List.of(finding)));
        assertEquals("usb offered: 8 reserved", lines(report(one, closed)).getLast());
        assertEquals("usb verified: 8 reserved", lines(report(one)).getLast());
    }

    @Test
    void aPlatformThatNobodyCouldAskForOffersNothing() {
        var there = new Question("cli", "qemu");
        var none = new Scripted("two", List.of(there), host -> {
            throw new Unanswered("find it", "QEMU is not installed", "install it");
        });
        var finding = Finding.offered(USB, "list them", "firmware there").restingOn(there);
        var one = new Scripted("one", List.of(USB), host -> new Findings(List.of(finding)));
        assertEquals(
                "usb not-asked: QEMU is not installed; apart from that: firmware there",
                lines(report(one, none)).getLast());
    }

    @Test
    void allCellsOfAPlatformThatIsNotThereAreNotThere() {
        var xen = new Question("usb", "xen");
        var none = new Scripted(
                "two",
                List.of(xen),
                host -> Findings.none(new Findings.Absence(List.of("xen", "xen-pv"), "xl info", "no Xen here")));
        ProbeReport report = report(says("one", USB, "yes"), none);
        assertEquals(
                List.of("tpm xen", "tpm xen-pv", "usb xen", "usb xen-pv"),
                report.probed().stream()
                        .filter(one -> one.verdict() == Probed.Verdict.NOT_HERE
                                && one.answer().equals("no Xen here"))
                        .map(one -> one.feature() + " " + one.platform())
                        .toList());
        assertEquals(5, report.probed().size());
    }

    @Test
    void whatAProbeCouldNotAskIsToldBesideWhatItFound() {
        var found = new Findings(List.of(Finding.verified(USB, "ask it", "yes")))
                .troubledBy(new Unanswered("ask more", "the daemon does not answer", "start it"));
        ProbeReport report = report(new Scripted("one", List.of(USB), host -> found));
        assertEquals(List.of("usb verified: yes"), lines(report));
        assertEquals("the daemon does not answer", report.troubles().getFirst().problem());
    }

    @Test
    void cheapCommandsOfAllProbesGoToTheHostAsOne() {
        var ran = new ArrayList<String>();
        var counted = new Counted(ran);
        Command first = Command.of("printf", "%s\n\n", "it's $HOME; \"all\" of it");
        Command second = Command.of("sh", "-c", "echo wrong >&2; cat; exit 3");
        var said = new ArrayList<Answer>();
        var one = cheap("one", USB, List.of(first, second), host -> {
            said.add(host.run(first));
            said.add(host.run(second));
        });
        var two = cheap("two", TPM, List.of(first, Shell.reading("/no/such")), host -> said.add(host.read("/no/such")));
        new Probing((target, questions) -> counted, List.of(one, two), List::of)
                .probe(Target.LOCAL, AccessQuestions.NOBODY, Progress.SILENT, Probing.Listener.SILENT);
        assertEquals(1, ran.size(), ran::toString);
        said.sort(Comparator.comparingInt(Answer::exit));
        assertEquals("it's $HOME; \"all\" of it\n\n", said.getFirst().out());
        assertEquals(
                List.of("0 ", "1 cat: /no/such: No such file or directory\n", "3 wrong\n"),
                said.stream().map(answer -> answer.exit() + " " + answer.err()).toList());
    }

    /** What the batch did not bring is asked by itself. */
    @Test
    void aHostWithoutAShellIsAskedOneByOne() {
        var said = new ArrayList<String>();
        var refusing = new Counted(new ArrayList<>()) {
            @Override
            public Answer run(Command command) {
                return command.words().getFirst().equals("sh")
                        ? new Answer(Answer.Ending.EXITED, Answer.NOT_FOUND, "", "", Duration.ZERO)
                        : super.run(command);
            }
        };
        Command echo = Command.of("echo", "here");
        var one =
                cheap("one", USB, List.of(echo), host -> said.add(host.run(echo).out()));
        new Probing((target, questions) -> refusing, List.of(one), List::of)
                .probe(Target.LOCAL, AccessQuestions.NOBODY, Progress.SILENT, Probing.Listener.SILENT);
        assertEquals(List.of("here\n"), said);
    }

    private static Probe cheap(String id, Question question, List<Command> first, Consumer<Shell> asks) {
        return new Probe() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public List<Question> questions() {
                return List.of(question);
            }

            @Override
            public List<Command> first() {
                return first;
            }

            @Override
            public synchronized Findings ask(Shell host) {
                asks.accept(host);
                return new Findings(List.of(Finding.verified(question, "x", "y")));
            }
        };
    }

    /** This machine, with a list of what was run. */
    private static class Counted implements Shell {
        private final Shell shell = new LocalShell();
        private final List<String> ran;

        Counted(List<String> ran) {
            this.ran = ran;
        }

        @Override
        public Answer run(Command command) {
            synchronized (ran) {
                ran.add(command.line());
            }
            return shell.run(command);
        }

        @Override
        public Target target() {
            return shell.target();
        }

        @Override
        public String name() {
            return shell.name();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
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
        var probing = new Probing((target, questions) -> new LocalShell(), List.of(slow), List::of);
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
