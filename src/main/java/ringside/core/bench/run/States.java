package ringside.core.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.core.RingsideException;
import ringside.core.bench.Measurement;

/** How far a session is, as its folder has it. */
final class States {
    private States() {}

    /** @return empty if it cannot be read */
    static Optional<Session.State> of(SessionFolder folder) {
        try {
            return Optional.of(state(folder, folder.session()));
        } catch (RingsideException unreadable) {
            return Optional.empty();
        }
    }

    private static Session.State state(SessionFolder folder, Session session) {
        List<Entry> entries = Journal.read(folder.journal()).entries();
        History history = History.of(new Settling(session.plan().repetitions()), entries);
        if (history.isFinished()) return new Session.State(session, true, history.runs(), 0, late(history));
        var troubles = new ArrayList<String>();
        int missing = 0;
        int expanded = 0;
        for (Entry entry : entries) {
            if (!(entry instanceof Entry.Expanded one)) continue;
            expanded++;
            int open = missing(history, one.subject(), folder.measurements(one.sha256()));
            if (open > 0) troubles.add(session.label(one.subject()) + ": " + open + " runs at least are missing");
            missing += open;
        }
        if (expanded < session.subjects().size())
            troubles.add(session.subjects().size() - expanded + " of "
                    + session.subjects().size() + " subjects were not reached yet");
        boolean finished = expanded == session.subjects().size() && missing == 0;
        return new Session.State(session, finished, history.runs(), missing, troubles);
    }

    private static List<String> late(History history) {
        return history.notes().stream()
                .map(note -> "noted after the last run: " + note)
                .toList();
    }

    private static int missing(History history, int subject, List<Measurement> measurements) {
        return measurements.stream()
                .mapToInt(measurement -> history.missing(new Slot.Cell(subject, measurement.id())))
                .sum();
    }
}
