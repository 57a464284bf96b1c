package ringside.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import ringside.core.bench.run.Controls;
import ringside.core.bench.run.Event;
import ringside.core.bench.run.EventLine;
import ringside.core.bench.run.Session;
import ringside.core.host.AccessQuestions;

/** Measures a session and tells of it: each event as a line of JSON, or quietly what a person must know. */
final class Watching {
    private static final int STEPS = 10;

    private final ringside.cli.Session line;
    private final AccessQuestions questions;
    private final boolean json;
    private final Map<String, Doubt> doubts = new LinkedHashMap<>();
    private final Session session;
    private int step;

    /** How often a caution was met, and the first words of it. */
    private record Doubt(int times, String text, String advice) {
        Doubt again() {
            return new Doubt(times + 1, text, advice);
        }
    }

    Watching(ringside.cli.Session line, AccessQuestions questions, boolean json, Session session) {
        this.line = line;
        this.questions = questions;
        this.json = json;
        this.session = session;
    }

    /** @return the exit code: 0 if all that the plan asks for is there */
    int measure() {
        var controls = new Controls();
        try (var ignored = new Interrupt(controls::cancel);
                line) {
            Event.Finished finished = line.workbench().measuring().measure(session, questions, controls, this::tell);
            if (finished.complete()) return 0;
            line.say("ringside: not all was measured: go on by 'ringside bench resume " + session.id() + "'.");
            return 1;
        }
    }

    private void tell(Event event) {
        if (json) {
            line.out().println(EventLine.json(event));
            line.out().flush();
        } else {
            say(event);
        }
    }

    private void say(Event event) {
        switch (event) {
            case Event.Started(var time, var begun, var resumed) ->
                line.say((resumed ? "Going on with session " : "Session ") + begun.id() + ", into the set "
                        + begun.set());
            case Event.Expanded(var time, var subject, var measurements, var done) ->
                line.say(session.label(subject) + ": " + measurements.size() + " measurements"
                        + (done > 0 ? ", " + done + " runs are there already" : ""));
            case Event.Lacking(var time, var subject, var benchmark, var problem, var remedy) ->
                line.say(session.label(subject) + ": " + problem + ": " + remedy);
            case Event.SubjectLost(var time, var subject, var problem, var remedy, var again) ->
                line.say(session.label(subject) + ": " + problem + ": "
                        + again.map(wait -> "trying again in " + wait.toSeconds() + " s")
                                .orElse("set aside; " + remedy));
            case Event.SubjectBack(var time, var subject) -> line.say(session.label(subject) + " is back");
            case Event.GuestPreparing(var time, var subject, var step, var share) ->
                line.say(session.label(subject) + ": " + step + ", " + Math.round(share * 100) + " %");
            case Event.GuestStarted(var time, var subject, var took) ->
                line.say(session.label(subject)
                        + String.format(Locale.ROOT, ": the guest answers after %.1f s", took.toMillis() / 1000.0));
            case Event.CleanedUp(var time, var subject, var what) ->
                what.forEach(one -> line.say(session.label(subject) + ": left behind and removed: " + one));
            case Event.RunEnded ended
            when !ended.outcome().reason().isEmpty() ->
                line.say(session.label(ended.slot().subject()) + ", "
                        + ended.slot().measurement() + ": " + ended.outcome().reason());
            case Event.Cautioned(var time, var slot, var all, var caution) ->
                doubts.merge(
                        caution.word(), new Doubt(1, caution.text(), caution.advice()), (known, more) -> known.again());
            case Event.Progressed progressed -> progressed(progressed);
            case Event.Finished finished -> finished(finished);
            default -> {}
        }
    }

    private void progressed(Event.Progressed progress) {
        int reached = progress.expected() == 0 ? 0 : progress.done() * STEPS / progress.expected();
        if (reached <= step) return;
        step = reached;
        line.say("%s of about %s runs, about %s left"
                .formatted(progress.done(), progress.expected(), words(progress.left())));
    }

    private static String words(Duration left) {
        if (left.toMinutes() >= 120) return left.toHours() + " h";
        return left.toSeconds() >= 120 ? left.toMinutes() + " min" : left.toSeconds() + " s";
    }

    private void finished(Event.Finished finished) {
        doubts.forEach((word, doubt) ->
                line.say(word + " (" + doubt.times() + " times): " + doubt.text() + ": " + doubt.advice()));
        finished.remaining().forEach(line::say);
        if (finished.complete()) line.out().println(session.set());
    }
}
