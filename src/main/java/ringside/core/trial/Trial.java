package ringside.core.trial;

import java.util.List;
import java.util.Optional;
import ringside.core.feature.Probed;

/** Shows on this machine what features of a platform are worth. */
public sealed interface Trial permits GuestTrial, HostTrial {
    /** All there are, in the order in which one guest stands them: libvirt moves none that has snapshots. */
    List<Trial> ALL = List.of(
            new PauseTrial(),
            new SaveTrial(),
            new MigrateTrial(),
            new SnapshotTrial(),
            new CpuTrial(),
            new MemoryTrial(),
            new NestedTrial(),
            new PciTrial());

    /** In lower case with hyphens. */
    String id();

    /** For people, in a word or two. */
    String title();

    /** What it does and what would prove it, in a clause. */
    String about();

    /** Ids of the matrix' features that it answers. */
    List<String> features();

    /**
     * What came of it.
     *
     * @param seen in a line
     */
    record Outcome(Probed.Verdict verdict, String seen) {
        static Outcome proven(String seen) {
            return new Outcome(Probed.Verdict.TRIED, seen);
        }

        static Outcome notTried(String why) {
            return new Outcome(Probed.Verdict.NOT_ASKED, why);
        }
    }

    /** The one that answers a feature. */
    static Optional<Trial> of(String feature) {
        return ALL.stream().filter(trial -> trial.features().contains(feature)).findFirst();
    }
}
