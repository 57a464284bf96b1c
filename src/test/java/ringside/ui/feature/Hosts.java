package ringside.ui.feature;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import ringside.core.RingsideException;
import ringside.core.feature.Probed;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.HostKey;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.ProbeReport;
import ringside.core.probe.ProbeStore;
import ringside.core.probe.Probing;
import ringside.core.probe.Question;
import ringside.core.probe.Unanswered;

/** Hosts that answer from a script: this machine at once, {@code far} after its key is trusted and its password given. */
final class Hosts {
    static final String SECRET = "sesame";
    static final HostKey KEY = new HostKey("far", "ssh-ed25519", "SHA256:" + "k".repeat(43));

    private Hosts() {}

    static Probing probing() {
        return new Probing(Hosts::open, List.of(kernel(), missing()), List::of);
    }

    /** One that does not answer before it is interrupted. @param begun counted down when it is asked */
    static Probing hanging(CountDownLatch begun) {
        return new Probing(
                (target, questions) -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException cancelled) {
                        throw new ringside.core.Progress.Cancelled();
                    }
                    return new Scripted(target);
                },
                List.of(),
                List::of);
    }

    private static Shell open(Target target, AccessQuestions questions) {
        if (target.equals(Target.LOCAL)) return new Scripted(target);
        if (!questions.trusts(KEY))
            throw new RingsideException("the key of far is not trusted", "compare its fingerprint");
        Optional<String> given =
                questions.secret(new AccessQuestions.Secret.Password("ada", "far", "Password of ada on far"));
        if (!given.equals(Optional.of(SECRET)))
            throw new RingsideException("far does not let ada in", "check the password");
        return new Scripted(target);
    }

    private static Probe kernel() {
        var nested = new Question("nested-virt", "kvm");
        var sharing = new Question("page-sharing", "kvm");
        return probe(
                "kernel",
                List.of(nested, sharing),
                new Findings(
                        List.of(
                                Finding.verified(nested, "cat /sys/module/kvm_intel/parameters/nested", "Y"),
                                Finding.notHere(sharing, "cat /sys/kernel/mm/ksm/run", "0")),
                        Map.of("os", "Scripted Linux")));
    }

    private static Probe missing() {
        return probe("xl", List.of(new Question("ballooning", "xen")), null);
    }

    private static Probe probe(
            String id, List<Question> questions, @org.jspecify.annotations.Nullable Findings findings) {
        return new Probe() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public List<Question> questions() {
                return questions;
            }

            @Override
            public Findings ask(Shell host) {
                if (findings == null) throw new Unanswered("xl info", "xl is not installed", "install xen-utils");
                return findings;
            }
        };
    }

    private record Scripted(Target target) implements Shell {
        @Override
        public String name() {
            return target.equals(Target.LOCAL) ? "here" : "far";
        }

        @Override
        public Answer run(Command command) {
            return new Answer(Answer.Ending.EXITED, Answer.NOT_FOUND, "", "", Duration.ZERO);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    /** Keeps answers in memory. */
    static final class Answers implements ProbeStore {
        private final List<ProbeReport> reports = new ArrayList<>();
        private final List<Probed> trials = new ArrayList<>();

        @Override
        public synchronized void keep(ProbeReport report) {
            reports.add(report);
        }

        @Override
        public synchronized void keep(List<Probed> tried) {
            trials.addAll(tried);
        }

        @Override
        public synchronized List<ProbeReport> reports(String host) {
            return List.copyOf(reports).reversed();
        }

        @Override
        public synchronized List<Probed> latest(String host) {
            var all = new ArrayList<>(trials);
            if (!reports.isEmpty()) all.addAll(reports.getLast().probed());
            return all;
        }
    }
}
