package ringside.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import ringside.core.RingsideException;
import ringside.core.experiment.Offer;
import ringside.core.feature.Probed;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Target;
import ringside.core.image.Images;
import ringside.core.json.Json;
import ringside.core.trial.Trial;
import ringside.core.trial.Trials;
import ringside.workbench.Workbench;

/** Exits with 0 if all that could be tried was proven. */
@Command(
        name = "trial",
        description = {
            "Tries features on this machine, each with a guest made for it and removed after it, and keeps the result",
            "beside the matrix: what was proven, when, and the log of what was done."
        })
final class TrialCommand implements Callable<Integer> {
    private final Session session;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(
            names = "--platform",
            split = ",",
            paramLabel = "ID",
            description = "qemu, kvm, libvirt-qemu …; all that run guests here if not said")
    private List<String> platforms = List.of();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "TRIAL",
            description = "pause, snapshot, save, migrate, cpu, memory, nested or pci; all if not said")
    private List<String> only = List.of();

    @Option(names = "--image", paramLabel = "NAME", description = "of 'guest image build' (${DEFAULT-VALUE})")
    private String image = Images.USUAL;

    @Option(
            names = "--to",
            paramLabel = "URI",
            description = "another libvirt daemon of this machine, to which libvirt's guests are moved")
    private Optional<String> destination = Optional.empty();

    @Option(names = "--no-save", description = "do not keep the answers in the store")
    private boolean noSave;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    TrialCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Trial> chosen = trials();
        Trials trials = Workbench.trials(image, destination);
        var answers = new ArrayList<Probed>();
        for (GuestPlatform platform : platforms())
            answers.addAll(trials.of(platform, chosen, Session.progress(), this::came));
        if (json)
            session.out()
                    .println(Json.pretty(answers.stream().map(TrialCommand::map).toList()));
        else print(answers);
        boolean failed = answers.stream().anyMatch(answer -> answer.verdict() == Probed.Verdict.NOT_HERE);
        return failed ? 1 : 0;
    }

    private List<Trial> trials() {
        for (String id : only)
            if (Trial.ALL.stream().noneMatch(trial -> trial.id().equals(id)))
                throw new ParameterException(
                        Objects.requireNonNull(spec).commandLine(),
                        "--only: \"" + id + "\"; there are "
                                + String.join(
                                        ", ", Trial.ALL.stream().map(Trial::id).toList()));
        return Trial.ALL.stream()
                .filter(trial -> only.isEmpty() || only.contains(trial.id()))
                .toList();
    }

    private List<GuestPlatform> platforms() {
        if (!platforms.isEmpty())
            return platforms.stream()
                    .map(id -> GuestCommand.word(spec, "--platform", id, GuestPlatform.values()))
                    .toList();
        List<GuestPlatform> possible = Offer.of(Workbench.hypervisors(), Target.LOCAL, AccessQuestions.NOBODY).stream()
                .filter(Offer::isPossible)
                .map(Offer::platform)
                .toList();
        if (possible.isEmpty())
            throw new RingsideException(
                    "No platform runs guests here", "'ringside doctor' says what this machine lacks for each");
        return possible;
    }

    /** Keeps it at once: what comes after may be killed. */
    private void came(Probed answer) {
        session.say(answer.platform() + ", " + answer.feature() + ": " + words(answer) + ", " + answer.answer());
        // What could not be tried says less than what the host was asked
        if (!noSave && answer.verdict() != Probed.Verdict.NOT_ASKED)
            session.workbench().probes().keep(List.of(answer));
    }

    private static String words(Probed answer) {
        return switch (answer.verdict()) {
            case TRIED -> "proven";
            case NOT_HERE -> "not so here";
            case OFFERED, VERIFIED -> "seen, not proven";
            case NOT_ASKED -> "not tried";
        };
    }

    private void print(List<Probed> answers) {
        var table = new TextTable("PLATFORM", "FEATURE", "RESULT", "WHAT WAS SEEN");
        for (Probed answer : answers) table.row(answer.platform(), answer.feature(), words(answer), answer.answer());
        session.out().println(table);
    }

    private static Map<String, Object> map(Probed answer) {
        var map = new LinkedHashMap<String, Object>();
        map.put("platform", answer.platform());
        map.put("feature", answer.feature());
        map.put("verdict", answer.verdict().word());
        map.put("answer", answer.answer());
        map.put("host", answer.host());
        map.put("time", answer.time().toString());
        map.put("command", answer.command());
        map.put("log", answer.log().lines().toList());
        return map;
    }
}
