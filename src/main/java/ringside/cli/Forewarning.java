package ringside.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import ringside.core.RingsideException;
import ringside.core.bench.Plan;
import ringside.core.bench.preflight.Finding;
import ringside.core.bench.preflight.Preflight;
import ringside.core.bench.run.Remembering;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.workbench.Workbench;

/** What a person should know of the hosts before a plan is measured there. It keeps nobody from measuring the rest. */
record Forewarning(Plan plan, Remembering questions) {
    /** Servers refuse to let in too many at a time. */
    private static final int AT_ONCE = 8;

    /** @return lines, those of a host together, in the order of the hosts */
    List<String> of(List<Target> targets) {
        var lines = new ArrayList<String>();
        try (var hosts =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<List<String>>> asked = targets.stream()
                    .map(target -> hosts.submit(() -> of(target)))
                    .toList();
            for (Future<List<String>> one : asked) lines.addAll(one.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lines;
    }

    private List<String> of(Target target) {
        try (Shell shell = Workbench.shells().open(target, questions.attempt())) {
            return Preflight.of(plan, shell).findings().stream()
                    .filter(finding -> finding.weight() != Finding.Weight.NOTE)
                    .map(finding -> shell.name() + " " + line(finding))
                    .toList();
        } catch (RingsideException unreachable) {
            return List.of(); // measuring says so, and waits for it
        }
    }

    private static String line(Finding finding) {
        String mending = PreflightCommand.mending(finding).collect(Collectors.joining(": "));
        return finding.weight().name().toLowerCase(Locale.ROOT) + ": " + finding.seen() + ": " + finding.effect()
                + (mending.isEmpty() ? "" : " (" + mending + ")");
    }
}
