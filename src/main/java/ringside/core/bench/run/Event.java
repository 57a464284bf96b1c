package ringside.core.bench.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ringside.core.bench.Measurement;
import ringside.core.result.Run;
import ringside.core.result.Sample;

/**
 * Something that happened while a session was measured. What an event tells is durable before it is told. Events come one
 * after the other, on threads that measure: who hears them must not wait.
 */
public sealed interface Event {
    Instant time();

    /** Hears events. */
    @FunctionalInterface
    interface Listener {
        Listener SILENT = event -> {};

        void happened(Event event);
    }

    /** @param resumed whether it goes on with what was begun before */
    record Started(Instant time, Session session, boolean resumed) implements Event {}

    /**
     * The plan has become commands for one subject.
     *
     * @param done counted runs of it that an earlier start has made
     */
    record Expanded(Instant time, int subject, List<Measurement> measurements, int done) implements Event {
        public Expanded {
            measurements = List.copyOf(measurements);
        }
    }

    /** A benchmark of the plan is not measured on a subject, because something is not there. */
    record Lacking(Instant time, int subject, String benchmark, String problem, String remedy) implements Event {}

    /** @param command as it is run there, affinity included */
    record RunStarted(Instant time, Slot slot, List<String> command, Duration expected) implements Event {
        public RunStarted {
            command = List.copyOf(command);
        }
    }

    /**
     * A line that the command printed.
     *
     * @param error whether on its error output
     */
    record Printed(Instant time, Slot slot, boolean error, String line) implements Event {}

    /**
     * A run came to an end, by itself or not.
     *
     * @param samples as they are in the result set; of a warm-up they are not there
     */
    record RunEnded(Instant time, Slot slot, String run, Run.Outcome outcome, Duration took, List<Sample> samples)
            implements Event {
        public RunEnded {
            samples = List.copyOf(samples);
        }
    }

    /**
     * A run that an earlier start has made, which counts.
     *
     * @param doubts the words of its cautions
     */
    record Recalled(Instant time, Slot slot, String run, Run.Outcome outcome, List<Sample> samples, List<String> doubts)
            implements Event {
        public Recalled {
            samples = List.copyOf(samples);
            doubts = List.copyOf(doubts);
        }
    }

    /** A doubt about a run, or about all repetitions of its measurement. */
    record Cautioned(Instant time, Slot slot, boolean aboutAll, Caution caution) implements Event {}

    /** A measurement on a subject needs no further repetition. */
    record Settled(Instant time, int subject, String measurement, int repetitions) implements Event {}

    /** A person does not want this measurement on this subject. */
    record Skipped(Instant time, int subject, String measurement) implements Event {}

    /**
     * A subject cannot be reached.
     *
     * @param again when it is tried next; empty if it is set aside, and the session goes on without it
     */
    record SubjectLost(Instant time, int subject, String problem, String remedy, Optional<Duration> again)
            implements Event {}

    record SubjectBack(Instant time, int subject) implements Event {}

    /**
     * Something that comes before the first start of a guest takes its time, such as an image that is copied to its host.
     *
     * @param share of it that is done, from 0 to 1
     */
    record GuestPreparing(Instant time, int subject, String step, double share) implements Event {}

    /** @param took from the first step of its start until it let us in */
    record GuestStarted(Instant time, int subject, Duration took) implements Event {}

    record GuestRemoved(Instant time, int subject) implements Event {}

    /** Processes or folders of an earlier start were found on a subject's machine, and are gone now. */
    record CleanedUp(Instant time, int subject, List<String> what) implements Event {
        public CleanedUp {
            what = List.copyOf(what);
        }
    }

    record Paused(Instant time) implements Event {}

    record Resumed(Instant time) implements Event {}

    /**
     * How far it is.
     *
     * @param done counted runs
     * @param expected all of them, as far as one knows by now
     * @param left until the end, as far as one knows by now
     */
    record Progressed(Instant time, int done, int expected, Duration left) implements Event {}

    record Noted(Instant time, String text) implements Event {}

    /**
     * Nothing is measured any more.
     *
     * @param complete whether all that the plan asks for is there
     * @param remaining what is not, and why, for people
     */
    record Finished(Instant time, boolean complete, boolean cancelled, List<String> remaining) implements Event {
        public Finished {
            remaining = List.copyOf(remaining);
        }
    }
}
