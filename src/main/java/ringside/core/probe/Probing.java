package ringside.core.probe;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.feature.Probed;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.HostFacts;
import ringside.core.host.Shell;
import ringside.core.host.Shells;
import ringside.core.host.Target;

/** Puts all probes to a host at once, so that the slowest alone decides how long it takes. */
public final class Probing {
    public static final int SECONDS = 5;

    /** For all commands of one probe together. */
    private static final Duration BUDGET = Duration.ofSeconds(SECONDS);

    /** For a probe to end what it has begun; one that does not is left behind. */
    private static final Duration GRACE = Duration.ofSeconds(4);

    private static final Comparator<Probed> ORDER = Comparator.comparing(Probed::feature)
            .thenComparing(Probed::platform)
            .thenComparing(Probed::host);

    private final Shells shells;
    private final List<Probe> probes;
    private final Supplier<List<String>> features;
    private final Duration budget;

    /** @param features ids of all there are: those of a platform that a host does not have are not on it */
    public Probing(Shells shells, List<Probe> probes, Supplier<List<String>> features) {
        this(shells, probes, features, BUDGET);
    }

    /** @param budget of time for each probe */
    Probing(Shells shells, List<Probe> probes, Supplier<List<String>> features, Duration budget) {
        this.shells = shells;
        this.probes = List.copyOf(probes);
        this.features = features;
        this.budget = budget;
    }

    /** The same with another time for each probe, for hosts that are slower than usual or themselves emulated. */
    public Probing within(Duration other) {
        return new Probing(shells, probes, features, other);
    }

    /** Told of each answer as it comes, on the thread that called {@link Probing#probe}. */
    @FunctionalInterface
    public interface Listener {
        Listener SILENT = answer -> {};

        void probed(Probed answer);
    }

    /** Every cell that some probe answers. */
    public List<Question> questions() {
        return probes.stream().flatMap(probe -> probe.questions().stream()).toList();
    }

    /**
     * Asks a host everything. Slow (a second or two, and little more than {@value #SECONDS}, or what else was said, where a
     * tool of the host hangs); cancelled by interrupting its thread, and then throws
     * {@link ringside.core.Progress.Cancelled}. Nothing is stored: see {@link ProbeStore#keep}.
     *
     * @param questions what to ask a person on the way to a host by SSH; not used for {@code local}
     * @param progress the probes that have answered, out of all
     * @throws RingsideException if the host cannot be reached; a probe that fails is a trouble of the report instead
     */
    public ProbeReport probe(Target target, AccessQuestions questions, Progress progress, Listener listener) {
        progress.at("Reaching " + target, 0);
        try (Shell shell = shells.open(target, questions)) {
            return new Round(shell, progress, listener).run();
        }
    }

    /** What a probe came back with: findings, or why there are none. */
    private record Back(
            Probe probe,
            @Nullable Findings findings,
            @Nullable Throwable fault) {}

    /** One host being asked. */
    private final class Round {
        private final Shell shell;
        private final Progress progress;
        private final Listener listener;
        private final Instant time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        private final long began = System.nanoTime();
        private final TreeMap<String, String> facts = new TreeMap<>();
        private final List<Probed> probed = new ArrayList<>();
        private final List<ProbeReport.Trouble> troubles = new ArrayList<>();
        private final String host;
        private final Map<Question, Finding> given = new HashMap<>();
        private final Map<Question, List<Finding>> waiting = new HashMap<>();
        private final List<Findings.Absence> absent = new ArrayList<>();

        Round(Shell shell, Progress progress, Listener listener) {
            this.shell = shell;
            this.progress = progress;
            this.listener = listener;
            this.host = shell.name();
        }

        ProbeReport run() {
            List<Command> cheap =
                    probes.stream().flatMap(probe -> probe.first().stream()).toList();
            Map<String, Answer> known = Batch.ask(shell, cheap);
            var returned = new LinkedBlockingQueue<Back>();
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            try {
                for (Probe probe : probes) threads.execute(() -> returned.add(ask(probe, known)));
                collect(returned);
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                throw new Progress.Cancelled();
            } finally {
                threads.shutdownNow(); // and not closed: that would wait for a probe that is left behind
            }
            absent.forEach(this::giveNothing);
            probed.sort(ORDER);
            troubles.sort(Comparator.comparing(ProbeReport.Trouble::probe));
            return new ProbeReport(
                    new HostFacts(host, shell.target(), facts),
                    time,
                    Duration.ofNanos(System.nanoTime() - began),
                    probed,
                    troubles);
        }

        private Back ask(Probe probe, Map<String, Answer> known) {
            try {
                return new Back(probe, probe.ask(new BudgetedShell(shell, known, budget)), null);
            } catch (RuntimeException | LinkageError fault) {
                return new Back(probe, null, fault);
            }
        }

        private void collect(BlockingQueue<Back> returned) throws InterruptedException {
            var open = new ArrayList<>(probes);
            long end = System.nanoTime() + budget.plus(GRACE).toNanos();
            while (!open.isEmpty()) {
                Back back = returned.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (back == null) break;
                open.remove(back.probe());
                take(back);
                progress.at(back.probe().id(), 1 - (double) open.size() / probes.size());
            }
            long seconds = budget.plus(GRACE).toSeconds();
            for (Probe probe : open)
                give(probe, new Unanswered("", "there was no answer within " + seconds + " s", "ask again"));
        }

        private void take(Back back) {
            if (back.findings() != null) give(back.probe(), back.findings());
            else if (back.fault() instanceof Unanswered why) give(back.probe(), why);
            else if (back.fault() != null) {
                RingsideException why = RingsideException.from(back.fault());
                give(back.probe(), new Unanswered("", why.problem(), why.remedy()));
            }
        }

        private void give(Probe probe, Findings findings) {
            findings.facts().forEach((name, value) -> facts.put(name, Finding.line(value)));
            findings.trouble().ifPresent(why -> troubled(probe, why));
            findings.absent().ifPresent(absent::add);
            var missing = new ArrayList<>(probe.questions());
            for (Finding finding : findings.findings()) {
                if (missing.remove(finding.question())) give(finding);
            }
            if (findings.absent().isPresent()) return; // no cell of its platforms is there: said at the end
            for (Question question : missing) give(Finding.notAsked(question, "", "the reply does not speak of it"));
        }

        private void give(Probe probe, Unanswered why) {
            for (Question question : probe.questions()) give(Finding.notAsked(question, why.command(), why.problem()));
            troubled(probe, why);
        }

        private void giveNothing(Findings.Absence none) {
            for (String platform : none.platforms())
                for (String feature : features.get()) {
                    var question = new Question(feature, platform);
                    if (!given.containsKey(question)) settle(Finding.notHere(question, none.command(), none.answer()));
                }
        }

        private void troubled(Probe probe, Unanswered why) {
            troubles.add(new ProbeReport.Trouble(
                    probe.id(), Finding.line(why.command()), Finding.line(why.problem()), Finding.line(why.remedy())));
        }

        /** A finding that rests on another waits for that one, if somebody asks for it. */
        private void give(Finding finding) {
            Question rests = finding.rests().orElse(null);
            if (rests == null || !isAsked(rests)) settle(finding);
            else if (given.get(rests) instanceof Finding base) settle(finding.under(base));
            else waiting.computeIfAbsent(rests, any -> new ArrayList<>()).add(finding);
        }

        private boolean isAsked(Question question) {
            return probes.stream().anyMatch(probe -> probe.questions().contains(question));
        }

        private void settle(Finding finding) {
            Probed answer = finding.on(host, time);
            probed.add(answer);
            listener.probed(answer);
            given.put(finding.question(), finding);
            List<Finding> released = waiting.remove(finding.question());
            if (released != null) released.forEach(this::give);
        }
    }
}
