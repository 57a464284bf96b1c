package ringside.core.bench.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.core.bench.Subject;
import ringside.core.bench.TemporaryGuest;
import ringside.core.host.Target;
import ringside.core.json.Json;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;

/** A session as the first file of its folder has it. */
final class SessionText {
    private static final int VERSION = 1;

    private SessionText() {}

    static String of(Session session) {
        var map = new LinkedHashMap<String, Object>();
        map.put("ringside_session", VERSION);
        map.put("id", session.id());
        map.put("created", session.created().toString());
        map.put("set", session.set());
        map.put("seed", session.seed());
        map.put("subjects", session.subjects().stream().map(SessionText::of).toList());
        map.put("plan", PlanText.of(session.plan()));
        return Json.pretty(map);
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    static Session parse(String text) {
        Fields map = Fields.parse(text);
        if (map.number("ringside_session") != VERSION)
            throw new IllegalArgumentException("it is of version " + map.number("ringside_session")
                    + ", and this Ringside knows version " + VERSION);
        return new Session(
                map.text("id"),
                map.time("created"),
                map.text("set"),
                map.number("seed"),
                PlanText.plan(map.object("plan")),
                map.objects("subjects").stream().map(SessionText::subject).toList());
    }

    private static Map<String, Object> of(Subject subject) {
        var map = new LinkedHashMap<String, Object>(of(subject.configuration()));
        map.put("target", subject.target().text());
        map.put("machine", subject.machine());
        subject.guest().ifPresent(guest -> map.put("guest", of(guest)));
        return map;
    }

    private static Map<String, Object> of(TemporaryGuest guest) {
        var map = new LinkedHashMap<String, Object>();
        map.put("image", guest.image());
        map.put("description", guest.description());
        map.put("benchmarks", guest.benchmarks().stream().sorted().toList());
        guest.patience().ifPresent(time -> map.put("patience_s", time.toSeconds()));
        return map;
    }

    private static Subject subject(Fields map) {
        return new Subject(
                configuration(map),
                Target.parse(map.text("target")),
                map.text("machine"),
                map.has("guest") ? Optional.of(guest(map.object("guest"))) : Optional.empty());
    }

    private static TemporaryGuest guest(Fields map) {
        Optional<Duration> patience =
                map.has("patience_s") ? Optional.of(Duration.ofSeconds(map.number("patience_s"))) : Optional.empty();
        return new TemporaryGuest(
                map.text("image"), map.text("description"), Set.copyOf(map.words("benchmarks")), patience);
    }

    static Map<String, Object> of(Configuration configuration) {
        var map = new LinkedHashMap<String, Object>();
        map.put("platform", configuration.platform());
        map.put("label", configuration.label());
        map.put("versions", configuration.versions());
        map.put("settings", configuration.settings());
        map.put("environment", configuration.environment().name());
        map.put("facts", configuration.environment().facts());
        return map;
    }

    static Configuration configuration(Fields map) {
        return new Configuration(
                map.text("platform"),
                map.text("label"),
                map.texts("versions"),
                map.texts("settings"),
                new Environment(map.text("environment"), map.texts("facts")));
    }
}
